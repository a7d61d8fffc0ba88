import fc from 'fast-check'
import { expect, test } from 'vitest'
import { heterogeneity } from './heterogeneity'
import { mainEffectsDesign } from './main-effects-design'
import { randomStream } from './random'
import { expectClose } from './references/close-to'
import reference from './references/heterogeneity-shrinkage.json' // scipy 1.10.1, statsmodels 0.13.5
import { shrunkenValues } from './shrunken-values'
import { weightedFit } from './weighted-fit'

const { events, n, expected } = reference
const values = Float64Array.from(events, (count, k) => count / n[k])
const variances = Float64Array.from(n, (rows) => (expected.pooled * (1 - expected.pooled)) / rows)

test('Q, its p, tau squared and its limits agree with the reference', () => {
  const found = heterogeneity(values, variances)
  expectClose(found?.q, expected.Q)
  expectClose(found?.p, expected.p)
  expectClose(found?.tauSquared, expected.tau2)
  expectClose(found?.low, expected.tau2_low)
  expectClose(found?.high, expected.tau2_high)
})
test('the mean and the shrunken values agree with the reference', () => {
  const weights = variances.map((variance) => 1 / (variance + expected.tau2))
  expectClose(weightedFit(values, weights).fitted[0], expected.mean)
  const shrunken = shrunkenValues(values, variances, heterogeneity(values, variances)?.tauSquared ?? 0)
  for (const [k, value] of (shrunken ?? []).entries()) {
    expectClose(value.weightToMean, expected.weight_to_mean[k])
    expectClose(value.value, expected.shrunken[k])
    expectClose(value.low, expected.low[k], 1e-8)
    expectClose(value.high, expected.high[k], 1e-8)
  }
  expect(shrunken).toHaveLength(8)
})
test('slices too few, or without variance, have no spread', () => {
  expect(heterogeneity(values.slice(0, 2), variances.slice(0, 2))).toBeUndefined()
  expect(heterogeneity(values, new Float64Array(8))).toBeUndefined()
  expect(shrunkenValues(values.slice(0, 3), variances.slice(0, 3), 0.01)).toBeUndefined()
})
test('equal values have no spread and stay where they are', () => {
  const equal = new Float64Array(5).fill(0.7)
  expect(heterogeneity(equal, variances.slice(0, 5))).toMatchObject({ tauSquared: 0, low: 0, p: 1 })
  for (const value of shrunkenValues(equal, variances.slice(0, 5), 0) ?? []) expectClose(value.value, 0.7)
})
test('main effects: values that they explain have no spread, a level without its own column is left out', () => {
  const levelOf = [
    [0, 0, 0, 1, 1, 1, 2, 2, 2],
    [0, 1, 2, 0, 1, 2, 0, 1, 2],
  ]
  const design = mainEffectsDesign(levelOf)
  expect(design).toHaveLength(5)
  const additive = Float64Array.from(levelOf[0], (first, k) => 0.5 + 0.1 * first - 0.05 * levelOf[1][k])
  const spread = new Float64Array(9).fill(0.001)
  expect(heterogeneity(additive, spread)?.tauSquared).toBeGreaterThan(0)
  expect(heterogeneity(additive, spread, design)?.tauSquared).toBe(0)
  expect(shrunkenValues(additive, spread, 0, design)?.[4].value).toBeCloseTo(additive[4], 9)
  const repeated = [...design, design[1]]
  expect(
    weightedFit(
      additive,
      spread.map((v) => 1 / v),
      repeated,
    ).coefficients,
  ).toBe(5)
  expect(
    weightedFit(
      additive,
      spread.map((v) => 1 / v),
      repeated,
    ).fitted[7],
  ).toBeCloseTo(additive[7], 9)
})
test('a multiple of all values multiplies tau; shrunken values lie between the raw one and the mean', () =>
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 4, max: 30 }), (seed, slices) => {
      const random = randomStream(seed, 'heterogeneity', 0)
      const raw = Float64Array.from({ length: slices }, () => 0.2 + 0.3 * random.uniform())
      const spread = Float64Array.from({ length: slices }, () => 0.001 + 0.01 * random.uniform())
      const found = heterogeneity(raw, spread)
      const doubled = heterogeneity(
        raw.map((y) => 2 * y),
        spread.map((v) => 4 * v),
      )
      expectClose(doubled?.tauSquared, 4 * (found?.tauSquared ?? -1), 1e-6)
      expect(found && found.low <= found.tauSquared && found.tauSquared <= Math.max(found.high, 0)).toBe(true)
      const weights = spread.map((v) => 1 / (v + (found?.tauSquared ?? 0)))
      const mean = weightedFit(raw, weights).fitted[0]
      for (const [k, { value }] of (shrunkenValues(raw, spread, found?.tauSquared ?? 0) ?? []).entries()) {
        expect((value - mean) * (raw[k] - value)).toBeGreaterThanOrEqual(-1e-12)
      }
    }),
  ))
