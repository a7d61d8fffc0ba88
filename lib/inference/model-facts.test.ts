import { describe, expect, test } from 'vitest'
import { BatchSize } from './batch-size'
import { largestDifference } from './choose-backend'
import { modelView } from './model-view'
import { readScores } from './read-scores'
import { Speed, sharesOf } from './run-progress'

const tasks = [{ task: 'Edema', index: 1 }]

describe('scores of an output', () => {
  test('are those of the tasks, after the activation', () => {
    expect([...readScores([0.1, 0.9, 0.8, 0.2], 2, 2, { tasks, activation: 'none' })]).toEqual([0.9, 0.2])
    expect([...readScores([0, 0], 1, 1, { tasks, activation: 'sigmoid' })]).toEqual([0.5])
    expect(readScores([1000, 1000 + Math.log(3)], 1, 1, { tasks, activation: 'softmax' })[0]).toBeCloseTo(0.75, 9)
  })
  test('leave out what only fills a batch', () => {
    expect([...readScores([0.1, 0.9, 0, 0, 0, 0], 3, 1, { tasks, activation: 'none' })]).toEqual([0.9])
  })
  test('refuse a task beyond the output, and an output that does not divide', () => {
    const beyond = { tasks: [{ task: 'Edema', index: 7 }], activation: 'none' as const }
    expect(() => readScores([0.1, 0.9], 1, 1, beyond)).toThrow(/wants output 7, but the model has outputs 0 to 1/)
    expect(() => readScores([0.1, 0.9, 0.3], 2, 2, { tasks, activation: 'none' })).toThrow(/same number/)
  })
})

describe('the batch size', () => {
  const run = (size: BatchSize, msPerImage: (images: number) => number, runs: number) => {
    for (let at = 0; at < runs; at++) size.record(size.current, msPerImage(size.current) * size.current)
    return size.current
  }
  test('grows while that is faster, and goes back where it is not', () => {
    expect(run(new BatchSize(1000, null), (images) => 10 / Math.min(images, 8), 60)).toBe(8)
    expect(run(new BatchSize(1000, null), () => 10, 60)).toBe(1)
  })
  test('stays in memory, and at what the model fixes', () => {
    expect(run(new BatchSize(16 * 2 ** 20, null), (images) => 10 / images, 60)).toBe(4)
    expect(run(new BatchSize(1000, 4), (images) => 10 / images, 60)).toBe(4)
  })
  test('halves when memory runs out, and does not grow again', () => {
    const size = new BatchSize(1000, null)
    run(size, (images) => 10 / images, 60)
    expect(size.current).toBe(64)
    expect([size.shrink(), size.current]).toEqual([true, 32])
    expect(run(size, (images) => 10 / images, 60)).toBe(32)
    expect(new BatchSize(1000, null).shrink()).toBe(false)
  })
})

test('the difference between backends is relative above 1, and endless where only one gives a number', () => {
  expect(largestDifference(Float64Array.of(0.5, 200), Float64Array.of(0.4, 100))).toBeCloseTo(1, 9)
  expect(largestDifference(Float64Array.of(Number.NaN), Float64Array.of(0.4))).toBe(Number.POSITIVE_INFINITY)
  expect(largestDifference(Float64Array.of(Number.NaN), Float64Array.of(Number.NaN))).toBe(0)
})

test('a view paints the lowest value black and the highest white, in either layout', () => {
  const size = { width: 2, height: 1, channels: 1, layout: 'NCHW' } as const
  expect([...modelView(Float32Array.of(-1024, 1024), size).rgba]).toEqual([0, 0, 0, 255, 255, 255, 255, 255])
  const colour = { ...size, width: 1, channels: 3, layout: 'NHWC' } as const
  expect([...modelView(Float32Array.of(0, 1, 2), colour).rgba.slice(0, 3)]).toEqual([0, 128, 255])
  const planes = { ...size, channels: 3 } as const
  const byChannel = [0, 1, 2].map((channel) => ({ low: channel * 2, high: channel * 2 + 1 }))
  expect(modelView(Float32Array.of(0, 1, 2, 3, 4, 5), planes).ranges).toEqual(byChannel)
})

test('speed is that of the last while, and unknown after a pause', () => {
  const speed = new Speed()
  expect(speed.perSecond).toBeNull()
  for (let second = 0; second <= 60; second++) speed.mark(second * 1000, second < 30 ? second : 30 + (second - 30) * 5)
  expect(speed.perSecond).toBeCloseTo(5, 6)
  speed.forget()
  expect(speed.perSecond).toBeNull()
  expect(sharesOf({ decode: 1, preprocess: 1, inference: 2 })).toEqual({
    decode: 0.25,
    preprocess: 0.25,
    inference: 0.5,
  })
})
