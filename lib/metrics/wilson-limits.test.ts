import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z975 } from './constants'
import { expectClose } from './references/close-to'
import reference from './references/wilson.json' // statsmodels 0.13.5
import { wilsonLimits } from './wilson-limits'

test.each(reference.expected)('agrees with statsmodels: %o', (expected) => {
  const limits =
    expected.x === undefined
      ? wilsonLimits(expected.p, expected.n_eff, expected.quantile)
      : wilsonLimits(expected.x / expected.n, expected.n, z975)
  expectClose(limits.low, expected.wilson[0], 1e-8)
  expectClose(limits.high, expected.wilson[1], 1e-8)
})
test('is exactly 0 at the low end of none and 1 at the high end of all', () => {
  expect(wilsonLimits(0, 9.4, 2.1).low).toBe(0)
  expect(wilsonLimits(1, 33.3, 1.96).high).toBe(1)
})
test('holds the proportion, and mirrors when events and non-events change places', () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 500 }), (events, n) => {
      const value = Math.min(events, n) / n
      const [direct, mirrored] = [wilsonLimits(value, n, z975), wilsonLimits(1 - value, n, z975)]
      expect(direct.low).toBeLessThanOrEqual(value)
      expect(direct.high).toBeGreaterThanOrEqual(value)
      expect(direct.low).toBeCloseTo(1 - mirrored.high, 10)
    }),
  ))
