import fc from 'fast-check'
import { expect, test } from 'vitest'
import { balancedAccuracyInterval } from './balanced-accuracy-interval'
import { complementInterval } from './complement-interval'
import { z975 } from './constants'
import { correlation } from './correlation'
import { moverDifference } from './mover-difference'
import { moverRatio } from './mover-ratio'
import { ratioCovariance } from './ratio-covariance'
import { ratioIcc } from './ratio-icc'
import { ratioInterval } from './ratio-interval'
import { ratioCrossSumsOf, ratioSumsOf, subjectCounts } from './ratio-sums-of'
import { ratioTerm } from './ratio-terms'
import { expectClose } from './references/close-to'
import reference from './references/difference-mover.json' // statsmodels 0.13.5, numpy 1.24.2
import { decision, label, rowsOf, subject } from './references/example-rows'
import operatingPoints from './references/operating-points.json'
import { wilsonLimits } from './wilson-limits'

const { textbook, ...clustered } = reference.expected

function counts(key: 'tpr' | 'fpr' | 'tnr', slice: string) {
  const terms = Array.from(label, (value, row) => ratioTerm(key, value, decision[row]))
  const denominator = terms.map((term) => term.denominator)
  return subjectCounts(
    denominator,
    terms.map((term) => term.numerator),
    subject,
    rowsOf(slice),
  )
}
function estimateOf(key: 'tpr' | 'fpr' | 'tnr', slice: string) {
  const estimate = ratioInterval(ratioSumsOf(counts(key, slice)), ratioIcc(ratioSumsOf(counts(key, 'all'))))
  if (estimate === undefined) throw new Error('no interval')
  return estimate
}
const wilson = (events: number, n: number) => ({ value: events / n, ...wilsonLimits(events / n, n, z975) })

test.each(textbook)('single rows give Newcombe 1998 by statsmodels: $x1/$n1 - $x2/$n2', (expected) => {
  const difference = moverDifference(wilson(expected.x1, expected.n1), wilson(expected.x2, expected.n2), 0)
  expectClose(difference.low, expected.newcombe[0], 1e-8)
  expectClose(difference.high, expected.newcombe[1], 1e-8)
})
test.each(Object.entries(clustered))('%s agrees with the reference, shared subjects included', (name, expected) => {
  const [, key, attribute, first, second] = /(\w+) (\w+):(\w+)-(\w+)/.exec(name) as unknown as string[]
  const slices = [`${attribute}=${first}`, `${attribute}=${second}`]
  const [one, other] = slices.map((slice) => counts(key as 'tpr', slice))
  const [estimate1, estimate2] = slices.map((slice) => estimateOf(key as 'tpr', slice))
  const covariance = ratioCovariance(ratioCrossSumsOf(one, other), ratioSumsOf(one), ratioSumsOf(other))
  const rho = correlation(covariance, estimate1.variance, estimate2.variance)
  const difference = moverDifference(estimate1, estimate2, rho)
  expectClose(estimate1.low, expected.first[1], 1e-8)
  expectClose(estimate2.high, expected.second[2], 1e-8)
  expectClose(covariance, expected.covariance)
  expectClose(rho, expected.correlation)
  expectClose(difference.value, expected.difference)
  expectClose(difference.low, expected.low, 1e-8)
  expectClose(difference.high, expected.high, 1e-8)
})

const interval = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 60 }))
  .map(([events, n]) => wilson(Math.min(events, n), n))

test('exchanging the two turns the sign of the difference and inverts the ratio', () =>
  fc.assert(
    fc.property(interval, interval, fc.double({ min: -1, max: 1, noNaN: true }), (first, second, rho) => {
      const [direct, turned] = [moverDifference(first, second, rho), moverDifference(second, first, rho)]
      expect(turned.low).toBeCloseTo(-direct.high, 12)
      expect(direct.low).toBeLessThanOrEqual(direct.value)
      const [ratio, inverse] = [moverRatio(first, second, rho), moverRatio(second, first, rho)]
      if (ratio === undefined || inverse === undefined) return
      expectClose(inverse.low, 1 / ratio.high, 1e-6)
      expect(Number.isFinite(ratio.high)).toBe(true)
    }),
  ))
test('a ratio to a comparator of 0 is undefined; a slice at 0 has the low limit 0', () => {
  expect(moverRatio(wilson(3, 10), wilson(0, 10), 0)).toBeUndefined()
  const ratio = moverRatio(wilson(0, 10), wilson(4, 10), 0)
  expect(ratio).toMatchObject({ value: 0, low: 0 })
  expectClose(ratio?.high, wilson(0, 10).high / 0.4)
})
test('a slice that is wholly correlated with its comparator and equal to it has a gap without width', () => {
  const difference = moverDifference(wilson(5, 10), wilson(5, 10), 1)
  expect(difference.high).toBeCloseTo(0, 7)
})
test('balanced accuracy agrees with scikit-learn and is half the MOVER sum', () => {
  const [tpr, fpr] = [estimateOf('tpr', 'all'), estimateOf('fpr', 'all')]
  const tnr = complementInterval(fpr)
  const balanced = balancedAccuracyInterval(tpr, tnr, 0)
  expectClose(balanced.value, operatingPoints.expected['at 0.5'].balanced_accuracy)
  const sum = moverDifference(tpr, { value: -tnr.value, low: -tnr.high, high: -tnr.low }, 0)
  expectClose(balanced.low, sum.low / 2)
  expectClose(balanced.high, sum.high / 2)
})
