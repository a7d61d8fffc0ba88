import type { Problem } from '@/lib/problem'
import type { ScoringRun } from '@/lib/wire/scoring-run'
import type { WorkTimes } from './score-images'

/** Where a run stands: what a page shows. A new value at each change. */
export interface RunProgress {
  /**
   * `checking`: the first images run on both backends; `sending`: all are scored, the server has not confirmed all;
   * `stopped`: something needs a person, see `problem`; the run can be resumed.
   */
  state: 'opening' | 'checking' | 'running' | 'paused' | 'sending' | 'done' | 'stopped' | 'cancelled'
  images: number
  /** images that have had their turn, those without a score among them */
  done: number
  failed: { path: string; reason: string }[]
  /** by what was noted (for example that only the first frame is used): how many images */
  notes: Record<string, number>
  perSecond: number | null
  secondsLeft: number | null
  backend: 'webgpu' | 'wasm' | null
  backendReason: string | null
  adapter: string | null
  threads: number | null
  /** of the work, in whatever thread, from 0 to 1 */
  shares: WorkTimes | null
  /** the server does not answer at the moment; scoring goes on */
  isServerGone: boolean
  /** every image so far got the very same scores: the model, or what it is given, may be wrong */
  isConstant: boolean
  problem: Problem | null
  /** as the server knows it, once it has begun */
  run: ScoringRun | null
}

/** Before anything has happened. */
export const beginning: RunProgress = {
  state: 'opening',
  images: 0,
  done: 0,
  failed: [],
  notes: {},
  perSecond: null,
  secondsLeft: null,
  backend: null,
  backendReason: null,
  adapter: null,
  threads: null,
  shares: null,
  isServerGone: false,
  isConstant: false,
  problem: null,
  run: null,
}

/** Seconds over which the speed is measured. */
const windowMs = 20_000

/** Images a second in the last while, without pauses. */
export class Speed {
  #marks: { ms: number; done: number }[] = []

  /** @param ms a clock that runs while the run does */
  mark(ms: number, done: number): void {
    this.#marks.push({ ms, done })
    while (this.#marks.length > 2 && ms - this.#marks[0].ms > windowMs) this.#marks.shift()
  }

  /** After a pause the time before it says nothing. */
  forget(): void {
    this.#marks = []
  }

  get perSecond(): number | null {
    const [first, last] = [this.#marks[0], this.#marks[this.#marks.length - 1]]
    return first && last.ms - first.ms > 500 ? ((last.done - first.done) * 1000) / (last.ms - first.ms) : null
  }
}

/** Shares of the work that were spent on each step. */
export function sharesOf({ decode, preprocess, inference }: WorkTimes): WorkTimes | null {
  const sum = decode + preprocess + inference
  return sum > 0 ? { decode: decode / sum, preprocess: preprocess / sum, inference: inference / sum } : null
}
