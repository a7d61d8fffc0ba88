import type { InputSpecification } from '@/lib/wire/input-specification'
import type { ModelShape, TensorShape } from './protocol'
import { UnusableModel } from './unusable-model'

/** What a model's file says of its input and outputs; the rest a person completes. */
export interface Proposal {
  /** without tasks: the file names none */
  specification: Omit<InputSpecification, 'tasks'>
  /** outputs that could hold scores, the likeliest first; width null: the file does not say how many values an image gets */
  outputs: { name: string; width: number | null }[]
  /** what the file leaves open, so that a person looks at it */
  open: ('size' | 'layout' | 'channels')[]
}

/**
 * Reads a specification from the shapes in a model's file.
 * @throws UnusableModel where the model is none for single pictures: several inputs, a third dimension, other numbers
 */
export function proposeSpecification({ inputs, outputs }: ModelShape): Proposal {
  const input = imageInput(inputs)
  const open: Proposal['open'] = []
  const [batch, ...sides] = input.shape
  const isLast = isChannels(sides[2]) && !isChannels(sides[0])
  if (!isLast && !isChannels(sides[0])) open.push('layout')
  const [height, width, channels] = isLast ? sides : [sides[1], sides[2], sides[0]]
  if (height === null || width === null) open.push('size')
  if (channels === null) open.push('channels')
  const fitting = scoreOutputs(outputs)
  return {
    specification: {
      input: input.name,
      layout: isLast ? 'NHWC' : 'NCHW',
      width: width ?? height ?? 224,
      height: height ?? width ?? 224,
      channels: channels === 1 ? 1 : 3,
      batch,
      resize: 'stretch',
      normalisation: { kind: 'unit' },
      output: fitting[0].name,
      activation: 'none',
    },
    outputs: fitting,
    open,
  }
}

function isChannels(side: number | null): boolean {
  return side === 1 || side === 3
}

function imageInput(inputs: TensorShape[]): TensorShape {
  if (inputs.length !== 1)
    throw new UnusableModel(
      `The model wants ${inputs.length} inputs. Only models of one image at a time can be run here.`,
    )
  const [input] = inputs
  if (input.type !== 'float32')
    throw new UnusableModel(`The model's input holds ${input.type} values. Export it with a float32 input.`)
  const { length } = input.shape
  if (length === 5)
    throw new UnusableModel('The model wants volumes (3-D). Only models of single images can be run here.')
  if (length !== 4)
    throw new UnusableModel(
      `The model's input has ${length} dimensions; images need 4: batch, channels, height and width.`,
    )
  const [, ...sides] = input.shape
  if (![sides[0], sides[2]].some((side) => side === null || isChannels(side)))
    throw new UnusableModel('The model wants neither 1 nor 3 channels. Only grey or colour images can be given to it.')
  return input
}

/** Those with one row of values an image; what looks like scores by its name comes first, embeddings last. */
function scoreOutputs(outputs: TensorShape[]) {
  const fitting = outputs
    .filter(({ type, shape }) => type === 'float32' && shape.slice(2).every((side) => side === 1 || side === null))
    .map(({ name, shape }) => ({ name, width: shape.length < 2 ? (shape.length === 1 ? 1 : null) : shape[1] }))
  if (fitting.length === 0)
    throw new UnusableModel(
      'The model has no output with one row of scores an image. Segmentation models cannot be audited here.',
    )
  const rank = ({ name }: { name: string }) =>
    /embed|feature/i.test(name) ? 2 : /prob|score|logit|class/i.test(name) ? 0 : 1
  return fitting.sort((one, other) => rank(one) - rank(other))
}
