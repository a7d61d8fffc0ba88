import type { InputSpecification } from '@/lib/wire/input-specification'
import { UnusableModel } from './unusable-model'

/**
 * One score a task for each image of a batch, from an output of the shape [images, width] (or more dimensions of 1).
 * @param output the output's values; those of images that only fill the batch stand at its end
 * @param batch images that the output holds
 * @param images images that are wanted
 * @returns image by image, in the order of the specification's tasks
 */
export function readScores(
  output: ArrayLike<number>,
  batch: number,
  images: number,
  { tasks, activation }: Pick<InputSpecification, 'tasks' | 'activation'>,
): Float64Array {
  const width = output.length / batch
  const beyond = tasks.find(({ index }) => index >= width)
  if (!Number.isInteger(width) || width < 1)
    throw new UnusableModel('The output does not hold the same number of values for each image.')
  if (beyond) {
    const last = width === 1 ? 'only output 0' : `outputs 0 to ${width - 1}`
    throw new UnusableModel(`Task ${beyond.task} wants output ${beyond.index}, but the model has ${last}.`)
  }
  const scores = new Float64Array(images * tasks.length)
  for (let image = 0, place = 0; image < images; image++) {
    const row = Array.from({ length: width }, (_, at) => Number(output[image * width + at]))
    const read = activations[activation](row)
    for (const { index } of tasks) scores[place++] = read(index)
  }
  return scores
}

const activations = {
  none: (row: number[]) => (index: number) => row[index],
  sigmoid: (row: number[]) => (index: number) => 1 / (1 + Math.exp(-row[index])),
  softmax: (row: number[]) => {
    const top = Math.max(...row)
    const powers = row.map((value) => Math.exp(value - top))
    const sum = powers.reduce((all, power) => all + power, 0)
    return (index: number) => powers[index] / sum
  },
}
