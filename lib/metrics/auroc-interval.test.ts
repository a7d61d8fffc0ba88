import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aurocInterval } from './auroc-interval'
import { correlation } from './correlation'
import { moverDifference } from './mover-difference'
import { newcombeAurocLimits } from './newcombe-auroc-limits'
import { placementCovariance } from './placement-covariance'
import { placementIcc } from './placement-icc'
import { placementPooledVariance } from './placement-pooled-variance'
import { type Placements, placementCrossSumsOf, placementSumsOf } from './placement-sums-of'
import { placementVariance } from './placement-variance'
import clustered from './references/auroc-clustered.json' // numpy 1.24.2, scipy 1.10.1
import delong from './references/auroc-delong.json' // pROC 1.18.0
import perfect from './references/auroc-perfect.json'
import { expectClose } from './references/close-to'
import { allRows, label, rowsOf, scoreA, scoreB, subject } from './references/example-rows'
import { scoreOrder } from './score-order'

function placementsOf(score: Float64Array, labels: Uint8Array, subjects: ArrayLike<number>, rows?: Uint32Array) {
  const placements = placementSumsOf(score, labels, subjects, scoreOrder(score, rows))
  if (placements === undefined) throw new Error('a class is missing')
  return placements
}
const slice = (name: string): Placements => placementsOf(scoreA, label, subject, rowsOf(name))
const pool = slice('all')
const icc = placementIcc(pool.sums)

test('pooled correlations, V_pool, V*, nu and limits agree with the reference', () => {
  const { expected } = clustered
  const estimate = aurocInterval(pool.sums, icc)
  for (const key of ['r1', 'r0', 'r11', 'w1', 'w0'] as const) expectClose(icc[key], expected.icc[key])
  const { positives, negatives, v10Squares, v01Squares } = pool.sums
  const pooled = placementPooledVariance(pool.sums, icc, v10Squares / (positives - 1), v01Squares / (negatives - 1))
  expectClose(pooled.variance, expected.variance_pooled_icc)
  expectClose(estimate?.value, expected.auroc)
  expectClose(estimate?.variance, expected.variance_obuchowski)
  expectClose(estimate?.shrunkVariance, expected.variance_shrunk)
  expectClose(estimate?.nu, expected.nu)
  expectClose(estimate?.df, expected.df)
  expectClose(estimate?.low, expected.low, 1e-8)
  expectClose(estimate?.high, expected.high, 1e-8)
  expect(estimate?.method).toBe('obuchowski-logit')
})
test.each([
  ['sex=F', 'sex=M', clustered.expected['sex:F-M']],
  ['view=AP', 'view=PA', clustered.expected['view:AP-PA']],
] as const)('%s against %s agrees with the reference', (first, second, expected) => {
  const [one, other] = [slice(first), slice(second)]
  const [estimate1, estimate2] = [aurocInterval(one.sums, icc), aurocInterval(other.sums, icc)]
  if (estimate1 === undefined || estimate2 === undefined) throw new Error('no interval')
  expectClose(estimate1.value, expected.auroc1)
  expectClose(estimate1.variance, expected.variance1)
  expectClose(estimate1.shrunkVariance, expected.shrunk1)
  expectClose(estimate1.df, expected.df1)
  expectClose(estimate1.low, expected.low1, 1e-8)
  expectClose(estimate2.variance, expected.variance2)
  expectClose(estimate2.high, expected.high2, 1e-8)
  const covariance = placementCovariance(placementCrossSumsOf(one, other), one.sums, other.sums)
  expectClose(covariance, expected.covariance)
  const rho = correlation(covariance, estimate1.variance, estimate2.variance)
  expectClose(rho, expected.correlation)
  const difference = moverDifference(estimate1, estimate2, rho)
  expectClose(difference.value, expected.difference)
  expectClose(difference.low, expected.low, 1e-8)
  expectClose(difference.high, expected.high, 1e-8)
})
test.each([
  [scoreA, 'all', delong.expected.var_a],
  [scoreB, 'all', delong.expected.var_b],
  [scoreA, 'sex=M', delong.expected.var_m],
  [scoreA, 'sex=F', delong.expected.var_f],
] as const)('rows as subjects give the variance of DeLong by pROC', (score, name, expected) => {
  const { sums } = placementsOf(score, label, allRows, rowsOf(name))
  const estimate = aurocInterval(sums, placementIcc(sums))
  expectClose(estimate?.variance, expected)
  expect(estimate).toMatchObject({ method: 'delong-logit', shrunkVariance: estimate?.variance, designEffect: 1 })
})
test('rows as subjects give the covariance of two scores by pROC', () => {
  const [a, b] = [placementsOf(scoreA, label, allRows), placementsOf(scoreB, label, allRows)]
  expectClose(placementCovariance(placementCrossSumsOf(a, b), a.sums, b.sums), delong.expected.cov_ab)
})
test('a perfect AUROC has the limits of Newcombe, textbook and with a design effect', () => {
  const score = Float64Array.from(perfect.score)
  const { sums } = placementsOf(score, Uint8Array.from(perfect.label), Array.from(score.keys()))
  const estimate = aurocInterval(sums, placementIcc(sums))
  expectClose(estimate?.low, perfect.expected.low, 1e-8)
  expect(estimate).toMatchObject({ value: 1, high: 1, method: 'newcombe-5', df: null })
  expectClose(newcombeAurocLimits(1, 10, 10, 2.2, 1.8).low, perfect.expected.low_deff_1_8, 1e-8)
  expect(newcombeAurocLimits(1, 10, 10, 2.2, 1.8).high).toBe(1)
})
test('all scores equal: one half, with limits and a note', () => {
  const { sums } = placementsOf(new Float64Array(60).fill(3), label, subject)
  const estimate = aurocInterval(sums, placementIcc(sums))
  expect(estimate).toMatchObject({ value: 0.5, variance: 0, isAllTied: true, method: 'newcombe-5-clustered' })
  expect(estimate?.low).toBeLessThan(0.4)
  expectClose((estimate?.low ?? 0) + (estimate?.high ?? 0), 1, 1e-8)
})
test('is undefined where a class has one subject', () => {
  const subjects = label.map((positive) => positive)
  expect(aurocInterval(placementsOf(scoreA, label, subjects).sums, icc)).toBeUndefined()
  expect(placementVariance(placementsOf(scoreA, label, subjects).sums)).toBeUndefined()
})

const someRows = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.nat(1), fc.nat(9)), {
  minLength: 8,
  maxLength: 60,
})
test('for any rows: swapping labels mirrors the interval, and limits are finite', () =>
  fc.assert(
    fc.property(someRows, (rows) => {
      const [score, labels] = [Float64Array.from(rows, (row) => row[0]), Uint8Array.from(rows, (row) => row[1])]
      if (!labels.includes(0) || !labels.includes(1)) return
      const subjects = rows.map((row) => row[2])
      const [direct, swapped] = [labels, labels.map((positive) => 1 - positive)].map((positive) => {
        const { sums } = placementsOf(score, positive, subjects)
        return aurocInterval(sums, placementIcc(sums))
      })
      if (direct === undefined || swapped === undefined) {
        expect(direct).toBe(swapped)
        return
      }
      expect(swapped.low).toBeCloseTo(1 - direct.high, 8)
      expect(direct.low).toBeLessThanOrEqual(direct.value)
      expect(direct.high).toBeGreaterThanOrEqual(direct.value)
      expect(direct.low >= 0 && direct.high <= 1 && direct.nu >= 1).toBe(true)
    }),
  ))
test('each row k times under the same subject narrows the unshrunk variance by nothing', () =>
  fc.assert(
    fc.property(someRows, fc.integer({ min: 2, max: 4 }), (rows, times) => {
      const [once, more] = [1, times].map((k) => {
        const many = rows.flatMap((row) => new Array<typeof row>(k).fill(row))
        const labels = Uint8Array.from(many, (row) => row[1])
        if (!labels.includes(0) || !labels.includes(1)) return undefined
        const score = Float64Array.from(many, (row) => row[0])
        return placementVariance(
          placementsOf(
            score,
            labels,
            many.map((row) => row[2]),
          ).sums,
        )
      })
      if (once === undefined || more === undefined) {
        expect(more).toBe(once)
        return
      }
      expect(more).toBeCloseTo(once, 12)
    }),
  ))
