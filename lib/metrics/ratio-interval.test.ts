import fc from 'fast-check'
import { expect, test } from 'vitest'
import { complementInterval } from './complement-interval'
import { z975 } from './constants'
import { f1Interval } from './f1-interval'
import { ratioIcc } from './ratio-icc'
import { ratioInterval } from './ratio-interval'
import { ratioSumsOf, subjectCounts } from './ratio-sums-of'
import { type RatioKey, ratioTerm } from './ratio-terms'
import { ratioVariance } from './ratio-variance'
import { expectClose } from './references/close-to'
import { allRows, decision, label, rowsOf, subject } from './references/example-rows'
import reference from './references/ratio-metrics-clustered.json' // R survey 4.1.1, numpy 1.24.2
import { wilsonLimits } from './wilson-limits'

function sumsOf(key: RatioKey, rows: Uint32Array, subjects: ArrayLike<number> = subject) {
  const terms = Array.from(label, (value, row) => ratioTerm(key, value, decision[row]))
  const [denominator, numerator] = [terms.map((term) => term.denominator), terms.map((term) => term.numerator)]
  return ratioSumsOf(subjectCounts(denominator, numerator, subjects, rows))
}

const { f1, tpr_rows_as_subjects, ...metrics } = reference.expected
const cases = Object.entries(metrics).flatMap(([key, slices]) =>
  Object.entries(slices).map(([slice, expected]) => ({ key: key as RatioKey, slice, expected })),
)

test.each(cases)('$key of $slice agrees with R survey and the specification', ({ key, slice, expected }) => {
  const sums = sumsOf(key, rowsOf(slice))
  const icc = ratioIcc(sumsOf(key, allRows))
  const estimate = ratioInterval(sums, icc)
  expect(sums).toMatchObject({ n: expected.n, subjects: expected.subjects })
  expectClose(icc, expected.icc_pooled)
  expectClose(ratioVariance(sums), expected.variance_linear)
  expectClose(estimate?.value, expected.value)
  expectClose(estimate?.nu, expected.nu)
  expectClose(estimate?.designEffect, expected.deff)
  expectClose(estimate?.nEff, expected.n_eff)
  expectClose(estimate?.df, expected.df)
  expectClose(estimate?.low, expected.low, 1e-8)
  expectClose(estimate?.high, expected.high, 1e-8)
  expect(estimate?.method).toBe('wilson-clustered')
})
test('rows as subjects give the textbook Wilson interval of statsmodels', () => {
  const sums = sumsOf('tpr', allRows, allRows)
  const estimate = ratioInterval(sums, ratioIcc(sums))
  expectClose(estimate?.low, tpr_rows_as_subjects.low, 1e-8)
  expectClose(estimate?.high, tpr_rows_as_subjects.high, 1e-8)
  expectClose(estimate?.nu, tpr_rows_as_subjects.nu)
  expect(estimate).toMatchObject({ df: null, designEffect: 1, method: 'wilson', nEff: 26 })
})
test('F1 follows from the Jaccard index', () => {
  const sums = sumsOf('jaccard', allRows)
  const jaccard = ratioInterval(sums, ratioIcc(sums))
  if (jaccard === undefined) throw new Error('no interval')
  expectClose(f1Interval(jaccard).value, f1.all.value)
  expectClose(f1Interval(jaccard).low, f1.all.low, 1e-8)
  expectClose(f1Interval(jaccard).high, f1.all.high, 1e-8)
})
test('FNR is the complement of TPR, limits exchanged', () => {
  const icc = ratioIcc(sumsOf('tpr', allRows))
  const [tpr, fnr] = [ratioInterval(sumsOf('tpr', allRows), icc), ratioInterval(sumsOf('fnr', allRows), icc)]
  if (tpr === undefined) throw new Error('no interval')
  const complement = complementInterval(tpr)
  expectClose(complement.value, fnr?.value ?? -1)
  expectClose(complement.low, fnr?.low ?? -1)
  expectClose(complement.high, fnr?.high ?? -1)
})
test('is undefined without rows and with one subject', () => {
  expect(ratioInterval(sumsOf('tpr', new Uint32Array(0)), 0)).toBeUndefined()
  const one = ratioSumsOf(new Map([[7, { n: 30, events: 12 }]]))
  expect(ratioInterval(one, 0.2)).toBeUndefined()
})

const clusters = fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.double({ min: 0, max: 1, noNaN: true })), {
  minLength: 2,
  maxLength: 40,
})
const countsOf = (pairs: [number, number][], times = 1) =>
  new Map(pairs.map(([n, share], at) => [at, { n: n * times, events: Math.round(share * n) * times }]))

test('for any counts: limits hold the value, are finite and lie within 0 and 1', () =>
  fc.assert(
    fc.property(clusters, fc.double({ min: 0, max: 1, noNaN: true }), (pairs, icc) => {
      const estimate = ratioInterval(ratioSumsOf(countsOf(pairs)), icc)
      if (estimate === undefined) throw new Error('no interval')
      expect(estimate.low).toBeGreaterThanOrEqual(0)
      expect(estimate.high).toBeLessThanOrEqual(1)
      expect(estimate.low).toBeLessThanOrEqual(estimate.value)
      expect(estimate.high).toBeGreaterThanOrEqual(estimate.value)
      expect(estimate.designEffect).toBeGreaterThanOrEqual(1)
    }),
  ))
test('rows of a subject repeated k times do not narrow the interval', () =>
  fc.assert(
    fc.property(clusters, fc.integer({ min: 2, max: 6 }), (pairs, times) => {
      const [once, more] = [ratioSumsOf(countsOf(pairs)), ratioSumsOf(countsOf(pairs, times))]
      const [first, second] = [ratioInterval(once, 1), ratioInterval(more, 1)]
      if (first === undefined || second === undefined) throw new Error('no interval')
      expect(Math.abs(second.variance - first.variance)).toBeLessThan(1e-12)
      if (first.designEffect <= 1) return // the cap at independent rows: single rows, or rows that repel each other
      expect(second.low).toBeCloseTo(first.low, 8)
      expect(second.high).toBeCloseTo(first.high, 8)
    }),
  ))
test('single rows are Wilson with z, whatever the ICC', () =>
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 300 }), fc.integer({ min: 0, max: 300 }), (n, events) => {
      const counts = new Map(Array.from({ length: n }, (_, at) => [at, { n: 1, events: at < events ? 1 : 0 }]))
      const estimate = ratioInterval(ratioSumsOf(counts), 0.7)
      expect(estimate).toMatchObject(wilsonLimits(Math.min(events, n) / n, n, z975))
    }),
  ))
