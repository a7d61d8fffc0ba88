import fc from 'fast-check'
import { expect, test } from 'vitest'
import { largestGap } from './largest-gap'
import { randomStream } from './random'
import { expectClose } from './references/close-to'

const identity = (size: number) =>
  Float64Array.from({ length: size * size }, (_, at) => (at % (size + 1) === 0 ? 1 : 0))

test('two slices: the critical value is that of one normal, the interval the plain one', () => {
  const values = Float64Array.of(0.9, 0.7)
  const found = largestGap(values, Float64Array.of(0.0016, 0.0009), identity(2), randomStream(1, 'gap', 0))
  expect(Math.abs((found?.critical ?? 0) - 1.96)).toBeLessThan(0.05)
  expectClose(found?.low, 0.2 - (found?.critical ?? 0) * 0.05)
  expectClose(found?.high, 0.2 + (found?.critical ?? 0) * 0.05)
  expect(found).toMatchObject({ highest: 0, lowest: 1 })
})
test('five slices of equal precision: the critical value is that of the studentised range', () => {
  const values = Float64Array.of(0.5, 0.5, 0.5, 0.5, 0.5)
  const found = largestGap(values, new Float64Array(5).fill(0.01), identity(5), randomStream(1, 'gap', 0))
  expect(Math.abs((found?.critical ?? 0) - 3.858 / Math.SQRT2)).toBeLessThan(0.06) // q(.95; 5, infinity) = 3.858
  expect(found?.low).toBe(0)
})
test('fewer than two slices have no gap; slices without variance have one without width', () => {
  expect(largestGap(Float64Array.of(1), Float64Array.of(1), identity(1), randomStream(1, 'gap', 0))).toBeUndefined()
  const found = largestGap(Float64Array.of(0.2, 0.6), new Float64Array(2), identity(2), randomStream(1, 'gap', 0), 50)
  expect(found).toMatchObject({ low: found?.value, high: found?.value })
})
test('for any slices the limits hold the gap', () =>
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 2, max: 8 }), (seed, size) => {
      const random = randomStream(seed, 'gap-test', 0)
      const draw = () => Float64Array.from({ length: size }, () => random.uniform())
      const found = largestGap(draw(), draw(), identity(size), randomStream(seed, 'gap', 0), 100)
      expect(found && found.low >= 0 && found.low <= found.value && found.value <= found.high).toBe(true)
    }),
  ))
