/** Bytes of input that a batch may take. */
const mostBytes = 64 * 2 ** 20
/** Batches by which a size is judged. */
const trials = 3
/** A larger batch must be faster by this much: it takes more memory, and more is lost when it fails. */
const gain = 1.05

/**
 * Finds the number of images a run that gives the most images a second: doubles from 1 while that helps and memory
 * allows, then stays. A fixed batch axis leaves no choice.
 */
export class BatchSize {
  #size: number
  #most: number
  #isSettled: boolean
  #seen: number[] = []
  #before: { size: number; msPerImage: number } | undefined

  /** @param bytesPerImage of the model's input; `fixed`: the batch axis of the model, null where it is open */
  constructor(bytesPerImage: number, fixed: number | null) {
    this.#size = fixed ?? 1
    this.#most = Math.min(64, Math.max(1, Math.floor(mostBytes / bytesPerImage)))
    this.#isSettled = fixed !== null
  }

  get current(): number {
    return this.#size
  }

  /** Tells how long a run took. Runs that were not full say nothing; the fastest of a few counts, others were disturbed. */
  record(images: number, ms: number): void {
    if (this.#isSettled || images !== this.#size) return
    this.#seen.push(ms / images)
    if (this.#seen.length < trials) return
    const now = { size: this.#size, msPerImage: Math.min(...this.#seen) }
    const isBetter = this.#before === undefined || now.msPerImage * gain < this.#before.msPerImage
    if (!isBetter && this.#before) this.#size = this.#before.size
    else if (this.#size * 2 <= this.#most) this.#size *= 2
    this.#isSettled = this.#size <= now.size
    this.#before = now
    this.#seen = []
  }

  /** Halves after memory ran out; false where a single image is too much already. */
  shrink(): boolean {
    if (this.#size === 1) return false
    this.#size = Math.floor(this.#size / 2)
    this.#most = this.#size
    this.#isSettled = true
    return true
  }
}
