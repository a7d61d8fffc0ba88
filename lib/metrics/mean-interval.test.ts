import fc from 'fast-check'
import { expect, test } from 'vitest'
import { meanCovariance } from './mean-covariance'
import { meanDifference } from './mean-difference'
import { meanIcc } from './mean-icc'
import { meanInterval } from './mean-interval'
import { meanSumsOf } from './mean-sums-of'
import { meanVariance } from './mean-variance'
import calibration from './references/calibration.json' // numpy 1.24.2
import { expectClose } from './references/close-to'
import { allRows, label, probability, subject } from './references/example-rows'
import { studentQuantile } from './student-quantile'

const brier = Array.from(label, (value, row) => (value - probability[row]) ** 2)

test('Brier score and its clustered variance agree with the reference, about any centre', () => {
  for (const centre of [0, 0.14, 3]) {
    const sums = meanSumsOf(brier, subject, allRows, centre)
    expectClose(meanInterval(sums, 0.1, true)?.value, calibration.expected.brier)
    expectClose(meanVariance(sums), calibration.expected.brier_variance_linear)
  }
})
test('Brier limits are on the logit scale about the shrunken variance', () => {
  const sums = meanSumsOf(brier, subject, allRows, 0.14)
  const estimate = meanInterval(sums, meanIcc(sums), true)
  if (estimate === undefined) throw new Error('no interval')
  expect(estimate.method).toBe('logit-clustered')
  const logit = (x: number) => Math.log(x / (1 - x))
  const half = (logit(estimate.high) - logit(estimate.low)) / 2
  const reach = studentQuantile(0.975, estimate.df) * Math.sqrt(estimate.shrunkVariance)
  expectClose(half, reach / (estimate.value * (1 - estimate.value)), 1e-8)
})
test('single rows give the t interval of a mean with B - 1 degrees', () => {
  const sums = meanSumsOf([1, 2, 4, 9], allRows, [0, 1, 2, 3], 4)
  const estimate = meanInterval(sums, 0.5, false) // mean 4, s^2 = (9 + 4 + 0 + 25)/3 = 38/3, s^2/B = 19/6
  expectClose(estimate?.low, 4 - 3.182446305284263 * Math.sqrt(19 / 6))
  expectClose(estimate?.high, 4 + 3.182446305284263 * Math.sqrt(19 / 6))
  expect(estimate).toMatchObject({ df: 3, method: 'linear' })
})
test('is undefined with one subject, and has no width where all values agree', () => {
  expect(meanInterval(meanSumsOf([0.2, 0.4], [5, 5], [0, 1], 0), 0, true)).toBeUndefined()
  expect(meanInterval(meanSumsOf([0.2, 0.2, 0.2], [1, 1, 2], [0, 1, 2], 0.2), 0, true)).toMatchObject({
    low: 0.2,
    high: 0.2,
  })
})
test('the difference of a slice and itself is 0 without width', () => {
  const sums = meanSumsOf([1, 2, 4, 9], allRows, [0, 1, 2, 3], 4)
  const estimate = meanInterval(sums, 0, false)
  if (estimate === undefined) throw new Error('no interval')
  const cross = { subjects: 4, aa: sums.total2, an: sums.totalN, na: sums.totalN, nn: sums.n2 }
  expectClose(meanCovariance(cross, sums, sums), 19 / 6)
  const difference = meanDifference(estimate, estimate, meanCovariance(cross, sums, sums))
  expect(difference.value).toBe(0)
  expect(difference.high).toBeCloseTo(0, 6)
})
test('the difference of independent means is Welch', () => {
  const [first, second] = [
    meanInterval(meanSumsOf([1, 2, 4, 9], allRows, [0, 1, 2, 3], 4), 0, false),
    meanInterval(meanSumsOf([2, 3, 3], allRows, [0, 1, 2], 3), 0, false),
  ]
  if (first === undefined || second === undefined) throw new Error('no interval')
  const { value, df, low } = meanDifference(first, second, 0)
  const [v1, v2] = [19 / 6, 1 / 9]
  expectClose(value, 4 - 8 / 3)
  expectClose(df, (v1 + v2) ** 2 / (v1 ** 2 / 3 + v2 ** 2 / 2))
  expectClose(low, value - studentQuantile(0.975, df) * Math.sqrt(v1 + v2))
})
test('order of rows and shift of all values alter nothing', () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: -1000, max: 1000 }), fc.nat(6)), { minLength: 3, maxLength: 40 }),
      fc.integer({ min: -50, max: 50 }),
      (rows, shift) => {
        const [values, subjects] = [rows.map(([value]) => value / 8), rows.map((row) => row[1])]
        const order = rows.map((_, row) => row)
        const direct = meanInterval(meanSumsOf(values, subjects, order, 0), 0.3, false)
        const shifted = values.map((value) => value + shift)
        const turned = meanInterval(meanSumsOf(shifted, subjects, order.reverse(), shift), 0.3, false)
        if (direct === undefined || turned === undefined) {
          expect(turned).toBe(direct)
          return
        }
        expect(turned.value - shift).toBeCloseTo(direct.value, 9)
        expect(turned.low - shift).toBeCloseTo(direct.low, 7)
      },
    ),
  ))
