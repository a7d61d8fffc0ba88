import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeOn, roundScale } from './forest-scale'

test('ticks are round, four at most, and hold what was asked for', () => {
  expect(roundScale(0.57, 0.96, [0, 1]).ticks).toEqual([0.4, 0.6, 0.8, 1])
  expect(roundScale(0.81, 0.951, [0, 1]).ticks).toEqual([0.8, 0.9, 1])
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0.02, max: 1, noNaN: true }),
      (at, span) => {
        const [low, high] = [at * (1 - span), at * (1 - span) + span]
        const scale = roundScale(low, high, [0, 1])
        expect(scale.low).toBeLessThanOrEqual(low + 1e-6)
        expect(scale.high).toBeGreaterThanOrEqual(high - 1e-6)
        expect(scale.ticks.length).toBeLessThanOrEqual(4)
      },
    ),
  )
})

test('places are percent of the width', () => {
  expect(placeOn({ low: 0.5, high: 1, ticks: [] }, 0.75)).toBe(50)
})
