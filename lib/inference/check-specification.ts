import type { Fault } from '@/lib/problem'
import type { InputSpecification } from '@/lib/wire/input-specification'
import type { ModelShape } from './protocol'
import { UnusableModel } from './unusable-model'

/** Refuses a specification that does not fit the model's file, and says each place where it does not. */
export function checkSpecification(specification: InputSpecification, { inputs, outputs }: ModelShape): void {
  const faults = [...inputFaults(specification, inputs), ...outputFaults(specification, outputs)]
  if (faults.length > 0) throw new UnusableModel('The specification does not fit this model.', faults)
}

function inputFaults({ input, layout, ...wanted }: InputSpecification, inputs: ModelShape['inputs']): Fault[] {
  const tensor = inputs.find(({ name }) => name === input)
  if (!tensor) return [{ path: 'input', message: `The model has no input named ${input}.` }]
  const order =
    layout === 'NCHW' ? (['channels', 'height', 'width'] as const) : (['height', 'width', 'channels'] as const)
  const [batch, ...sides] = tensor.shape
  const faults: Fault[] = order.flatMap((side, place) =>
    sides[place] === null || sides[place] === undefined || sides[place] === wanted[side]
      ? []
      : [{ path: side, message: `The model wants ${sides[place]}, not ${wanted[side]}.` }],
  )
  if (typeof batch === 'number' && batch !== wanted.batch)
    faults.push({ path: 'batch', message: `The model takes exactly ${batch} images a run.` })
  return faults
}

function outputFaults({ output, tasks, activation }: InputSpecification, outputs: ModelShape['outputs']): Fault[] {
  const tensor = outputs.find(({ name }) => name === output)
  if (!tensor) return [{ path: 'output', message: `The model has no output named ${output}.` }]
  const width = tensor.shape.length === 1 ? 1 : tensor.shape[1]
  if (typeof width !== 'number') return []
  const faults = tasks.flatMap(({ task, index }, place) =>
    index < width
      ? []
      : [{ path: `tasks.${place}.index`, message: `${task}: the model's last output is ${width - 1}.` }],
  )
  if (activation === 'softmax' && width === 1)
    faults.push({ path: 'activation', message: 'Softmax of a single output is always 1. Use sigmoid.' })
  return faults
}
