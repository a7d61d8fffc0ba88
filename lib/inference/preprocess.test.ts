import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PixelGrid } from './pixel-grid'
import { preprocess } from './preprocess'
import pillow from './references/pillow-resize.json'
import { resize } from './resize'

const grid = (width: number, height: number, values: number[], channels: 1 | 3 = 1): PixelGrid => ({
  width,
  height,
  channels,
  values: Float32Array.from(values),
})
const plain = { layout: 'NCHW', channels: 1, resize: 'stretch', normalisation: { kind: 'unit' } } as const

describe('resize', () => {
  test.each(pillow.cases)('equals Pillow in size $to', ({ from, to, values, expected }) => {
    const { values: resized } = resize(grid(from[0], from[1], values), to[0], to[1], 'stretch')
    for (const [place, value] of expected.entries()) expect(Math.abs(value - resized[place])).toBeLessThan(1e-5)
  })
  test('leaves an image of the right size as it is', () => {
    const image = grid(2, 1, [0.25, 0.75])
    expect(resize(image, 2, 1, 'crop')).toBe(image)
  })
  test('fits the longer side and fills the rest with black, the image in the middle', () => {
    const { values } = resize(grid(4, 2, [1, 1, 1, 1, 1, 1, 1, 1]), 4, 4, 'fit')
    expect([...values]).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0])
  })
  test('crops to the shorter side and keeps the middle', () => {
    const { values } = resize(grid(4, 2, [0, 1, 0.5, 0, 0, 1, 0.5, 0]), 2, 2, 'crop')
    expect([...values]).toEqual([1, 0.5, 1, 0.5])
  })
  test('an even image stays even, whatever the sizes', () => {
    const side = fc.integer({ min: 1, max: 40 })
    fc.assert(
      fc.property(side, side, side, side, fc.constantFrom('stretch', 'crop'), (width, height, wide, high, kind) => {
        const image = grid(width, height, Array(width * height).fill(0.5))
        const { values } = resize(image, wide, high, kind as 'stretch' | 'crop')
        expect(values).toHaveLength(wide * high)
        for (const value of values) expect(value).toBeCloseTo(0.5, 5)
      }),
    )
  })
})

describe('preprocess', () => {
  test('makes three channels of grey, in either layout', () => {
    const image = grid(2, 1, [0.25, 0.75])
    const size = { ...plain, width: 2, height: 1, channels: 3 } as const
    expect([...preprocess(image, size)]).toEqual([0.25, 0.75, 0.25, 0.75, 0.25, 0.75])
    expect([...preprocess(image, { ...size, layout: 'NHWC' })]).toEqual([0.25, 0.25, 0.25, 0.75, 0.75, 0.75])
  })
  test('lays colours out channel by channel or pixel by pixel', () => {
    const image = grid(2, 1, [0, 0.25, 0.5, 1, 0.75, 0.125], 3)
    const size = { ...plain, width: 2, height: 1, channels: 3 } as const
    expect([...preprocess(image, size)]).toEqual([0, 1, 0.25, 0.75, 0.5, 0.125])
    expect([...preprocess(image, { ...size, layout: 'NHWC' })]).toEqual([0, 0.25, 0.5, 1, 0.75, 0.125])
  })
  test('makes grey of colours by their luma', () => {
    const [value] = preprocess(grid(1, 1, [1, 0.5, 0], 3), { ...plain, width: 1, height: 1 })
    expect(value).toBeCloseTo(0.299 + 0.587 / 2, 6)
  })
  test.each([
    [{ kind: 'unit' }, [0, 0.5, 1]],
    [{ kind: 'raw' }, [0, 127.5, 255]],
    [{ kind: 'xray' }, [-1024, 0, 1024]],
    [{ kind: 'mean-std', mean: [0.5], std: [0.25] }, [-2, 0, 2]],
    [{ kind: 'per-image' }, [-Math.sqrt(1.5), 0, Math.sqrt(1.5)]],
  ] as const)('normalises as %o says', (normalisation, expected) => {
    const tensor = preprocess(grid(3, 1, [0, 0.5, 1]), {
      ...plain,
      width: 3,
      height: 1,
      normalisation: structuredClone(normalisation) as never,
    })
    for (const [place, value] of expected.entries()) expect(tensor[place]).toBeCloseTo(value, 4)
  })
  test('a mean and deviation a channel', () => {
    const normalisation = { kind: 'mean-std' as const, mean: [0, 0.5, 1], std: [1, 0.5, 2] }
    const tensor = preprocess(grid(1, 1, [0.5]), { ...plain, width: 1, height: 1, channels: 3, normalisation })
    expect([...tensor]).toEqual([0.5, 0, -0.25])
  })
  test('an image of one value has no deviation and becomes 0', () => {
    const tensor = preprocess(grid(2, 1, [0.3, 0.3]), {
      ...plain,
      width: 2,
      height: 1,
      normalisation: { kind: 'per-image' },
    })
    expect([...tensor]).toEqual([0, 0])
  })
})
