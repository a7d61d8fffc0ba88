import type { InputSpecification } from '@/lib/wire/input-specification'
import type { HeaderAttribute } from './dicom-attributes'
import type { ImageKind } from './image-kind'

/** What a thread answers. A Problem loses its class on the way, so it travels as words and its kind. */
export type Told<T> = { answer: T } | { failure: Failure; message: string }

/**
 * Why a thread could not answer: the image is bad, the model is, memory ran out, the GPU is gone, a part of the program
 * could not be fetched, or the program has a fault.
 */
export type Failure = 'image' | 'model' | 'memory' | 'device' | 'missing' | 'fault'

/** One input or output of a model; a dimension that the model leaves open is null. */
export interface TensorShape {
  name: string
  /** for example `float32`; `other` where it is no tensor */
  type: string
  shape: (number | null)[]
}

export interface ModelShape {
  inputs: TensorShape[]
  outputs: TensorShape[]
}

export interface OpenedModel extends ModelShape {
  /** of the GPU, as the browser names it; null on WASM */
  adapter: string | null
  runtime: string
  threads: number
}

/** Scores of a batch, and how long the session took. */
export interface ScoredBatch {
  /** image by image, a score a task; NaN where the model's answer is no number */
  scores: Float64Array
  inferenceMs: number
}

/** A thread with one session, by WASM or by WebGPU. */
export interface ScoringWorker {
  open(onnx: ArrayBuffer, threads: number): Promise<Told<OpenedModel>>
  /** Runs images that `prepare` made ready, filling up to `specification.batch` where the model fixes it. Calls queue up. */
  score(images: Float32Array[], specification: InputSpecification): Promise<Told<ScoredBatch>>
}

/** An image as the model will see it. */
export interface PreparedImage {
  tensor: Float32Array<ArrayBuffer>
  notes: string[]
  decodeMs: number
  preprocessMs: number
}

/** What was learned of a file before anything runs. Pseudonyms only: identifiers stay in the thread. */
export interface InspectedFile {
  kind: ImageKind
  example: string
  subject: string
  /** of a DICOM header; null for other images */
  attributes: Record<HeaderAttribute, string> | null
}

/** What a model will see, as colours to be painted; the ranges of its values beside it. */
export interface ModelView {
  width: number
  height: number
  rgba: Uint8ClampedArray<ArrayBuffer>
  /** by channel */
  ranges: { low: number; high: number }[]
  notes: string[]
}

/** A thread that reads files. Nothing of a header leaves it but the attributes that a person may choose. */
export interface DecodingWorker {
  prepare(file: Blob, specification: InputSpecification): Promise<Told<PreparedImage>>
  inspect(file: Blob, path: string, key: CryptoKey): Promise<Told<InspectedFile>>
  view(file: Blob, specification: InputSpecification): Promise<Told<ModelView>>
}
