import type { InputSpecification } from '@/lib/wire/input-specification'
import { tinyOnnx } from './inference/tiny-onnx'

/** A model of a few bytes that answers with the mean of a grey picture. */
export const meanOnnx = () => tinyOnnx({ inputs: [['x', ['N', 1, 8, 8]]], outputs: [['y', ['N', 1]]] })

export const meanSpecification: InputSpecification = {
  ...{ input: 'x', layout: 'NCHW', width: 8, height: 8, channels: 1, batch: null },
  ...{ resize: 'stretch', normalisation: { kind: 'unit' } },
  ...{ output: 'y', activation: 'none', tasks: [{ task: 'Brightness', index: 0 }] },
}
