import type { InputSpecification } from '@/lib/wire/input-specification'
import type { ScoringProvenance } from '@/lib/wire/scoring-run'
import { openScorer, type Scorer } from './scorer'

/** Scores may differ by this much between the backends: far below what moves a decision, far above rounding. */
export const tolerance = 1e-3

export type BackendChoice = 'auto' | 'webgpu' | 'wasm'

export interface ChosenBackend {
  scorer: Scorer
  /** of the first images, by the chosen backend */
  scores: Float64Array
  reason: string
  difference: number | null
}

/** Whether the browser has a GPU that it may use. */
export async function hasAdapter(): Promise<boolean> {
  return Boolean(await navigator.gpu?.requestAdapter().catch(() => null))
}

/**
 * Runs the first images on WebGPU and on WASM before anything is believed. WASM is the reference: where the scores
 * differ by more than the tolerance, or WebGPU fails or is slower, the run goes on there, and says so.
 * @param choice `webgpu` keeps WebGPU also where it is slower, never where it differs
 */
export async function chooseBackend(
  model: Blob,
  specification: InputSpecification,
  firstImages: Float32Array[],
  choice: BackendChoice,
  signal: AbortSignal,
): Promise<ChosenBackend> {
  const wasm = await openScorer('wasm', model, specification, signal)
  const byWasm = await timed(wasm, firstImages, specification)
  const onWasm = (reason: string, difference: number | null = null) => ({
    scorer: wasm,
    scores: byWasm.scores,
    reason,
    difference,
  })
  if (choice === 'wasm') return onWasm('WASM was asked for.')
  if (!(await hasAdapter())) return onWasm('This browser offers no GPU adapter.')
  let webgpu: Scorer | undefined
  try {
    webgpu = await openScorer('webgpu', model, specification, signal)
    const byGpu = await timed(webgpu, firstImages, specification)
    const difference = largestDifference(byGpu.scores, byWasm.scores)
    const refused = refusal(difference, byGpu.ms, byWasm.ms, choice)
    if (refused) {
      webgpu.end()
      return onWasm(refused, difference)
    }
    wasm.end()
    const agrees = `Its scores of the first ${firstImages.length} images equal those of WASM within ${tolerance}`
    return { scorer: webgpu, scores: byGpu.scores, reason: `${agrees}.`, difference }
  } catch (error) {
    if (signal.aborted) throw error
    webgpu?.end()
    const words = error instanceof Error ? error.message.slice(0, 200) : ''
    return onWasm(`WebGPU could not run this model: ${words}`)
  }
}

function refusal(difference: number, gpuMs: number, wasmMs: number, choice: BackendChoice): string | undefined {
  if (difference > tolerance)
    return `On WebGPU the scores of the first images differ by up to ${difference.toPrecision(2)}, more than ${tolerance}.`
  if (choice === 'auto' && gpuMs > wasmMs)
    return `WASM is faster here: ${Math.round(wasmMs)} ms an image, WebGPU ${Math.round(gpuMs)} ms.`
  return undefined
}

/** Scores image by image, and the time of the fastest: the first run compiles. */
async function timed(scorer: Scorer, images: Float32Array[], { tasks }: InputSpecification) {
  const scores = new Float64Array(images.length * tasks.length)
  let ms = Number.POSITIVE_INFINITY
  for (const [place, image] of images.entries()) {
    const scored = await scorer.score([image])
    scores.set(scored.scores, place * tasks.length)
    ms = Math.min(ms, scored.inferenceMs)
  }
  return { scores, ms }
}

/** Infinite where one backend answers with a number and the other does not. */
export function largestDifference(one: Float64Array, other: Float64Array): number {
  let largest = 0
  for (let place = 0; place < one.length; place++) {
    const [here, there] = [one[place], other[place]]
    if (Number.isNaN(here) && Number.isNaN(there)) continue
    const gap = here === there ? 0 : Math.abs(here - there) / Math.max(1, Math.abs(there))
    largest = Number.isFinite(gap) ? Math.max(largest, gap) : Number.POSITIVE_INFINITY
  }
  return largest
}

/**
 * What the evaluation keeps of where its scores come from.
 * @param backends all that scored a part, for example before a reload
 */
export function provenanceOf(
  { scorer, reason, difference }: Omit<ChosenBackend, 'scores'>,
  modelSha256: string,
  backends: readonly ScoringProvenance['backend'][],
): ScoringProvenance {
  const wasOther = backends.some((backend) => backend !== scorer.backend)
  const before = wasOther ? ` A part of the images was scored by ${scorer.backend === 'wasm' ? 'WebGPU' : 'WASM'}.` : ''
  return {
    backend: scorer.backend,
    backendReason: (reason + before).slice(0, 500),
    adapter: scorer.adapter,
    runtime: scorer.runtime.slice(0, 100),
    threads: scorer.threads,
    tolerance,
    difference: difference === null || Number.isFinite(difference) ? difference : null,
    modelSha256,
    userAgent: navigator.userAgent.slice(0, 500),
  }
}
