import type { InputSpecification } from '@/lib/wire/input-specification'
import { BatchSize } from './batch-size'
import type { ChosenBackend } from './choose-backend'
import type { ScoredBatch } from './protocol'
import { RunStopped } from './run-stopped'
import { openScorer } from './scorer'
import { ThreadDied } from './threads'

/** Scores whatever happens to the GPU, the thread or the memory: goes on with WASM, a fresh thread, smaller batches. */
export class SteadyScorer {
  readonly batch: BatchSize
  #chosen: Omit<ChosenBackend, 'scores'>
  #model: Blob
  #specification: InputSpecification
  #signal: AbortSignal
  #hasDied = false
  #replaced: { used: Omit<ChosenBackend, 'scores'>; done: Promise<void> } | undefined

  constructor(chosen: ChosenBackend, model: Blob, specification: InputSpecification, signal: AbortSignal) {
    this.#chosen = chosen
    this.#model = model
    this.#specification = specification
    this.#signal = signal
    const { width, height, channels, batch } = specification
    this.batch = new BatchSize(width * height * channels * 4, batch)
  }

  get chosen(): Omit<ChosenBackend, 'scores'> {
    return this.#chosen
  }

  async score(images: Float32Array[]): Promise<ScoredBatch> {
    const used = this.#chosen
    try {
      const scored = await used.scorer.score(images)
      this.batch.record(images.length, scored.inferenceMs)
      return scored
    } catch (error) {
      if (this.#signal.aborted || !(error instanceof RunStopped)) throw error
      await this.#replace(used, error)
      return this.#inParts(images)
    }
  }

  /** Two batches can meet the same failure: it is mended once. */
  #replace(used: Omit<ChosenBackend, 'scores'>, error: RunStopped): Promise<void> {
    if (this.#replaced?.used !== used) this.#replaced = { used, done: this.#mended(error) }
    return this.#replaced.done
  }

  /** From a GPU to WASM; on WASM a fresh thread, with half the batch. Gives up where one image is too much. */
  async #mended(error: RunStopped): Promise<void> {
    const { scorer } = this.#chosen
    scorer.end()
    if (scorer.backend === 'wasm') {
      const canShrink = this.#specification.batch === null && this.batch.shrink()
      const isFirstDeath = error instanceof ThreadDied && !this.#hasDied
      if (!canShrink && !isFirstDeath) throw error
      this.#hasDied = true
    }
    const wasm = await openScorer('wasm', this.#model, this.#specification, this.#signal)
    const reason = `WebGPU stopped in the middle of the run (${error.message}). The rest was scored by WASM.`
    this.#chosen = { ...this.#chosen, scorer: wasm, ...(scorer.backend === 'webgpu' && { reason }) }
  }

  async #inParts(images: Float32Array[]): Promise<ScoredBatch> {
    const size = this.batch.current
    const parts: ScoredBatch[] = []
    for (let first = 0; first < images.length; first += size)
      parts.push(await this.score(images.slice(first, first + size)))
    return {
      scores: Float64Array.from(parts.flatMap(({ scores }) => Array.from(scores))),
      inferenceMs: parts.reduce((sum, { inferenceMs }) => sum + inferenceMs, 0),
    }
  }

  end() {
    this.#chosen.scorer.end()
  }
}
