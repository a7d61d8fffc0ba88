import { createHash } from 'node:crypto'
import { randomStream } from '@/lib/metrics/random'
import type { InputSpecification } from '@/lib/wire/input-specification'
import type { ScoreBatch, ScoringProvenance, ScoringRunDraft } from '@/lib/wire/scoring-run'

/** The smallest bytes that look like an ONNX model: its format's version and a graph of `size` bytes. For tests. */
export function onnxLookalike(size = 40): Uint8Array<ArrayBuffer> {
  const length = [(size & 127) | 128, (size >> 7) & 127]
  return Uint8Array.from([8, 8, (7 << 3) | 2, ...length, ...new Array(size).fill(7)])
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export const specification: InputSpecification = {
  ...{ input: 'image', layout: 'NCHW', width: 64, height: 64, channels: 1, batch: null, resize: 'stretch' },
  normalisation: { kind: 'unit' },
  ...{ output: 'logits', activation: 'sigmoid', tasks: [{ task: 'Edema', index: 0 }] },
}

export const provenance = (modelSha256: string): ScoringProvenance => ({
  ...{ backend: 'wasm', backendReason: 'There is no GPU.', adapter: null, runtime: 'onnxruntime-web 1.30.0' },
  ...{ threads: 2, tolerance: 1e-4, difference: null, modelSha256, userAgent: 'test' },
})

/** A run of two tasks on images with sex, age and view, as a browser begins it. */
export function runDraft(rest: Partial<ScoringRunDraft> & { modelVersionId: number; images: number }): ScoringRunDraft {
  return {
    ...{ datasetId: null, dataset: 'Run in the browser', inTrainingData: 'no', isSynthetic: false },
    tasks: [
      { name: 'Edema', direction: 'disease' },
      { name: 'Mass', direction: 'disease' },
    ],
    attributes: [
      { column: 'Sex', name: 'sex', kind: 'demographic', concept: 'sex', edges: [] },
      { column: 'Age', name: 'age', kind: 'demographic', concept: 'age', edges: [40, 60] },
      { column: 'View', name: 'view', kind: 'acquisition', concept: 'view', edges: [] },
    ],
    ...rest,
  }
}

const pseudonym = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32)

/** Rows of images that nobody took, two of a patient, some without a label. */
export function scoredRows(count: number, seed = 1): ScoreBatch['rows'] {
  const random = randomStream(seed, 'run-fixture', 0)
  return Array.from({ length: count }, (_, at) => {
    const isFemale = Math.floor(at / 2) % 2 === 0
    const label = random.uniform() < 0.35 ? 1 : 0
    const score = 1 / (1 + Math.exp(1 - (isFemale ? 1 : 2.2) * label - random.normal()))
    return {
      example: pseudonym(`image ${seed} ${at}`),
      subject: pseudonym(`patient ${seed} ${Math.floor(at / 2)}`),
      scores: [score, random.uniform()],
      labels: [label, at % 11 === 0 ? null : label],
      attributes: [
        isFemale ? 'F' : 'M',
        at % 17 === 0 ? '' : String(20 + (at % 60)),
        at % 3 === 0 ? 'AP, lying' : 'PA',
      ],
    }
  })
}
