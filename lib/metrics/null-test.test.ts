import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalTail } from './normal-tail'
import { aurocNullCovariance, ratioNullCovariance } from './null-covariance'
import { nullTest } from './null-test'
import { aurocNullVariance, ratioNullVariance } from './null-variance'
import { placementIcc } from './placement-icc'
import { placementCrossSumsOf, placementSumsOf } from './placement-sums-of'
import { ratioCrossSumsOf, ratioSumsOf } from './ratio-sums-of'
import { expectClose } from './references/close-to'
import { label, rowsOf, scoreA, subject } from './references/example-rows'
import { scoreOrder } from './score-order'
import { studentTail } from './student-tail'

const counts = new Map([
  [1, { n: 2, events: 2 }],
  [2, { n: 1, events: 1 }],
  [3, { n: 3, events: 3 }],
])

test('a slice at 100% keeps a variance, worked by hand', () => {
  // m0 = .8: deviations .4, .2, .6, squares sum .56; V0 = 3/2 * .56/36 = .0233333; independent .16/6 = .0266667
  const single = ratioNullVariance(ratioSumsOf(counts), 0.8, 0)
  expectClose(single?.nu, 36 / 14 - 1)
  const nu = 36 / 14 - 1
  expectClose(single?.variance, Math.max(0.16 / 6, (nu * 0.0233333333333333 + (10 * 0.16) / 6) / (nu + 10)))
  const pooled = (0.16 / 6) * (1 + 0.5 * (14 / 6 - 1)) // r = .5
  const clustered = ratioNullVariance(ratioSumsOf(counts), 0.8, 0.5)
  const own = 0.0233333333333333
  const weight = clustered?.nu ?? 0
  expectClose(clustered?.variance, (weight * own + 10 * pooled) / (weight + 10))
})
test('one subject has no variance', () =>
  expect(ratioNullVariance(ratioSumsOf(new Map([[1, { n: 9, events: 3 }]])), 0.5, 0)).toBeUndefined())
test('slices that share all subjects are correlated, slices that share none are not', () => {
  const sums = ratioSumsOf(counts)
  const shared = ratioNullCovariance(ratioCrossSumsOf(counts, counts), sums, sums, 0.8, 0.3, 4)
  const own = ((3 / 2) * 0.56) / 36
  expectClose(shared, (4 * own + (10 * 0.3 * 0.16 * 14) / 36) / 14)
  const others = new Map([[9, { n: 2, events: 1 }]])
  expect(ratioNullCovariance(ratioCrossSumsOf(counts, others), sums, ratioSumsOf(others), 0.8, 0.3, 4)).toBe(0)
})
test('an AUROC of 1 keeps a variance', () => {
  const [score, positive] = [Float64Array.of(1, 2, 3, 4, 5, 6), Uint8Array.of(0, 0, 0, 1, 1, 1)]
  const perfect = placementSumsOf(score, positive, [0, 1, 2, 3, 4, 5], scoreOrder(score))
  const icc = { r1: 0, r0: 0, r11: 0, w1: 0.03, w0: 0.06 }
  const found = perfect && aurocNullVariance(perfect.sums, icc)
  const nu = 0.03 ** 2 / (0.01 ** 2 / 2 + 0.02 ** 2 / 2) // V1 = .01, V0 = .02
  expectClose(found?.nu, nu)
  expectClose(found?.variance, (10 * 0.03) / (nu + 10))
})
test('the covariance of an AUROC with itself is its variance, shrunk alike', () => {
  const pool = placementSumsOf(scoreA, label, subject, scoreOrder(scoreA))
  const slice = placementSumsOf(scoreA, label, subject, scoreOrder(scoreA, rowsOf('view=PA')))
  if (pool === undefined || slice === undefined) throw new Error('a class is missing')
  const icc = { ...placementIcc(pool.sums), r1: 1, r0: 1 }
  const { m2, n2, mn } = slice.sums
  const variance = aurocNullVariance(slice.sums, icc)
  const cross = placementCrossSumsOf(slice, slice)
  const counts = { mm: m2, nn: n2, mn, nm: mn }
  const nu = variance?.nu ?? 0
  expectClose(aurocNullCovariance(cross, slice.sums, slice.sums, icc, nu, counts), variance?.variance ?? 0)
})
test('T, df, p and Z follow the formulas, and the variance keeps a quarter', () => {
  const found = nullTest(-0.1, { variance: 0.002, nu: 8 }, { variance: 0.0005, nu: 40 }, 0.0002)
  const df = 0.0025 ** 2 / (0.002 ** 2 / 13 + 0.0005 ** 2 / 45)
  expectClose(found?.t, -0.1 / Math.sqrt(0.0021))
  expectClose(found?.df, df)
  expectClose(found?.p, studentTail(-0.1 / Math.sqrt(0.0021), df))
  expectClose(normalTail(found?.z ?? 0), found?.p ?? 0)
  expect(found?.z).toBeLessThan(0)
  expectClose(nullTest(0.1, { variance: 1, nu: 8 }, { variance: 1, nu: 8 }, 0.99)?.variance, 0.5)
})
test('no variance, no test', () =>
  expect(nullTest(0, { variance: 0, nu: 1 }, { variance: 0, nu: 1 }, 0)).toBeUndefined())
test('any difference gives finite p and Z, the same for either sign', () =>
  fc.assert(
    fc.property(
      fc.double({ min: -1, max: 1, noNaN: true }),
      fc.double({ min: 1e-9, max: 0.2, noNaN: true }),
      (d, v) => {
        const [plus, minus] = [d, -d].map((x) => nullTest(x, { variance: v, nu: 3 }, { variance: v / 9, nu: 99 }, 0))
        expect(plus?.p).toBe(minus?.p)
        expect(Number.isFinite(plus?.z) && (plus?.p ?? 2) <= 1).toBe(true)
      },
    ),
  ))
