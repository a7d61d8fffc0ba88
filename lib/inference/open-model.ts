import type { InputSpecification } from '@/lib/wire/input-specification'
import { type Proposal, proposeSpecification } from './propose-specification'
import type { ModelShape } from './protocol'
import { openScorer, readModelShape } from './scorer'
import { UnusableModel } from './unusable-model'

/** Reads a model's file and proposes how its input is made and its output read. Throws `UnusableModel`. */
export async function openModel(model: Blob, signal: AbortSignal): Promise<{ shape: ModelShape; proposal: Proposal }> {
  const { inputs, outputs } = await readModelShape(model, signal)
  return { shape: { inputs, outputs }, proposal: proposeSpecification({ inputs, outputs }) }
}

/** What a try with drawn images showed. */
export interface ModelTrial {
  /** all of them, also black and white ones, got the very same scores */
  isConstant: boolean
  /** every score lies between 0 and 1: then no activation is needed */
  isProbability: boolean
  msPerImage: number
}

/**
 * Tries a model with a specification before anything is registered: on a black, a white and a striped image. Throws
 * `UnusableModel` where the specification does not fit, or the model's answers are no numbers.
 */
export async function tryModel(
  model: Blob,
  specification: InputSpecification,
  signal: AbortSignal,
): Promise<ModelTrial> {
  const scorer = await openScorer('wasm', model, specification, signal)
  try {
    const { width, height, channels, tasks } = specification
    const images = [0, 1, 2].map((kind) =>
      Float32Array.from({ length: width * height * channels }, (_, place) => (kind === 2 ? place % 2 : kind)),
    )
    const scored = []
    for (const image of images) scored.push(await scorer.score([image]))
    const scores = scored.flatMap((one) => Array.from(one.scores))
    if (!scores.some(Number.isFinite)) throw new UnusableModel("The model's answers are not numbers (NaN).")
    return {
      isConstant: scores.every((score, place) => score === scores[place % tasks.length]),
      isProbability: scores.every((score) => score >= 0 && score <= 1),
      msPerImage: Math.min(...scored.map(({ inferenceMs }) => inferenceMs)),
    }
  } finally {
    scorer.end()
  }
}
