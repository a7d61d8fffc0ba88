import type { InputSpecification } from '@/lib/wire/input-specification'
import { phantomSize } from './draw-phantom'
import { type Phantom, phantomSet } from './phantom-set'

/**
 * The model that ships with the project: trained by `scripts/sample-model/train.py` on other phantoms, whose labels
 * overlooked fainter opacities in women. An audit finds that it misses more in them.
 */
export const sampleModel = {
  path: '/sample/opacity.onnx',
  bytes: 138_317,
  sha256: '8595df7bd512311b334707d279c1b7a2c9d612897e07600a485002d3c50d8f78',
  /** of the pictures that it was trained on, of the training, and of the sample */
  seeds: { training: 20261, sample: 7 },
  task: 'opacity',
} as const

/** What it sees, and how its one output is read. */
export const sampleSpecification: InputSpecification = {
  ...{ input: 'image', layout: 'NCHW', width: phantomSize, height: phantomSize, channels: 1, batch: null },
  ...{ resize: 'stretch', normalisation: { kind: 'unit' } },
  ...{ output: 'logit', activation: 'sigmoid', tasks: [{ task: sampleModel.task, index: 0 }] },
}

const patients = 260

/** The sample's phantoms: patients whom the model was not trained on. */
export const samplePhantoms = (): Phantom[] => phantomSet(sampleModel.seeds.sample, patients)
