import type { ScoreScale } from '@/lib/wire/metric-frame'
import { UnusableImport } from './unusable-import'

/** The least and the greatest score of all tasks. */
export class ScoreRange {
  #least = Number.POSITIVE_INFINITY
  #greatest = Number.NEGATIVE_INFINITY

  append(scores: Float64Array): void {
    for (const score of scores) {
      if (score < this.#least) this.#least = score
      if (score > this.#greatest) this.#greatest = score
    }
  }

  /** The scale asked for; by default probability if all scores lie in [0,1], else rank. Throws where they cannot be one. */
  scale(asked: ScoreScale | null): ScoreScale {
    const mayBeProbability = this.#least >= 0 && this.#greatest <= 1
    if (asked === 'probability' && !mayBeProbability)
      throw new UnusableImport('Some scores lie outside 0 to 1, so they are no probabilities. Choose logit or rank.')
    return asked ?? (mayBeProbability ? 'probability' : 'rank')
  }
}
