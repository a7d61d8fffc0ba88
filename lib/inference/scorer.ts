import { transfer } from 'comlink'
import type { InputSpecification } from '@/lib/wire/input-specification'
import { checkSpecification } from './check-specification'
import type { OpenedModel, ScoredBatch, ScoringWorker } from './protocol'
import { heard } from './tell'
import { startScorer, type Thread } from './threads'

/** A model that is open in a thread. */
export interface Scorer extends OpenedModel {
  backend: 'webgpu' | 'wasm'
  /** Scores of prepared images; the images are copied into the thread, so that a failed batch can be tried again. */
  score(images: Float32Array[]): Promise<ScoredBatch>
  end(): void
}

/** Threads that the runtime may use: all but one of many, which the page and the decoding need. */
export function threadCount(): number {
  if (!globalThis.crossOriginIsolated) return 1
  const processors = navigator.hardwareConcurrency || 1
  return Math.min(8, processors > 2 ? processors - 1 : processors)
}

/** Starts a thread and opens the model in it. The bytes are read anew: a thread that dies takes them along. */
export async function openScorer(
  backend: 'webgpu' | 'wasm',
  model: Blob,
  specification: InputSpecification,
  signal: AbortSignal,
): Promise<Scorer> {
  const thread = startScorer(backend, signal)
  try {
    const opened = await openIn(thread, model)
    checkSpecification(specification, opened)
    return {
      ...opened,
      backend,
      score: async (images) => heard(await thread.ask(async (remote) => remote.score(images, specification))),
      end: thread.end,
    }
  } catch (error) {
    thread.end()
    throw error
  }
}

/** What a model's file says of itself; the thread ends again. */
export async function readModelShape(model: Blob, signal: AbortSignal): Promise<OpenedModel> {
  const thread = startScorer('wasm', signal)
  try {
    return await openIn(thread, model)
  } finally {
    thread.end()
  }
}

async function openIn(thread: Thread<ScoringWorker>, model: Blob): Promise<OpenedModel> {
  const onnx = await model.arrayBuffer()
  return heard(await thread.ask(async (remote) => remote.open(transfer(onnx, [onnx]), threadCount())))
}
