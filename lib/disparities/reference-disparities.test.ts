import fc from 'fast-check'
import { expect, test } from 'vitest'
import { correlation } from '@/lib/metrics/correlation'
import { moverDifference } from '@/lib/metrics/mover-difference'
import { placementCovariance } from '@/lib/metrics/placement-covariance'
import { placementCrossSumsOf, placementSumsOf } from '@/lib/metrics/placement-sums-of'
import { ratioCovariance } from '@/lib/metrics/ratio-covariance'
import { ratioCrossSumsOf, ratioSumsOf, subjectCounts } from '@/lib/metrics/ratio-sums-of'
import { scoreOrder } from '@/lib/metrics/score-order'
import type { Disparity } from '@/lib/wire/metric-frame'
import { measureAudit } from './audit'
import { defaultSettings, type FixtureRow, frameOf, randomRows } from './frame-fixture'
import { metricFrame, withReferences } from './metric-frame'
import { referenceDisparities, referenceSlice } from './reference-disparities'
import { sliceRows } from './slice-rows'

const seeds = fc.integer({ min: 1, max: 1e6 })

/** A third view, so that the reference is not everyone else. */
const threeViews = (rows: FixtureRow[]) =>
  rows.map((row, at) => (at % 3 === 0 ? { ...row, levels: { ...row.levels, view: 'LL' } } : row))

function audited(rows: readonly FixtureRow[], by: string[]) {
  const families = [{ by, prespecified: true }]
  return measureAudit(frameOf(rows), { ...defaultSettings, families })
}

function numbersOf({ status, value, low, high }: Disparity) {
  const close = (number: number | null) => (number === null ? null : expect.closeTo(number, 10))
  return { status, value: close(value), low: close(low), high: close(high) }
}

test.each(['sex', 'view'])('of two levels the other one is everyone else: %s', (name) =>
  fc.assert(
    fc.property(seeds, (seed) => {
      const audit = audited(randomRows(seed, 60), [name])
      const source = { name: 'a', sha256: '', rows: 1, subjects: 1, missingLabels: 0, filter: [], split: null }
      const frame = metricFrame(audit, undefined, source)
      const [first, second] = audit.families[0].family.slices.map((slice) => slice[name])
      const compared = withReferences(frame, audit, [{ attribute: name, level: second }])
      const against = compared.families[0].disparities.filter(({ comparator }) => comparator !== 'everyone else')
      const differences = against.filter(({ kind }) => kind === 'difference')
      expect(differences.length).toBeGreaterThan(0)
      for (const difference of differences) {
        expect(difference).toMatchObject({ slice: { [name]: first }, comparator: { [name]: second } })
        const same = frame.families[0].disparities.find(
          ({ kind, metric, slice }) =>
            kind === 'difference' && metric === difference.metric && slice[name] === difference.slice[name],
        )!
        expect(difference).toMatchObject(numbersOf(same))
        expect(difference).toMatchObject({ verdict: null, p: null, pAdjusted: null, adjustment: null, mde: null })
      }
    }),
    { numRuns: 20 },
  ),
)

test.each([['age'], ['view'], ['age', 'view']])(
  'differences and limits are those of plain sums over the two slices, patients in both counted: %s %s',
  (...by) =>
    fc.assert(
      fc.property(seeds, (seed) => {
        const rows = threeViews(randomRows(seed, 150))
        const audit = audited(rows, by)
        const { evaluation, families } = audit
        const { frame } = evaluation
        const [{ family, pairs }] = families
        const against = by.map((attribute) => ({ attribute, level: family.slices[1][attribute] }))
        const found = referenceDisparities(evaluation, families[0], against)
        expect(found.some(({ status }) => status === 'estimated')).toBe(true)
        for (const disparity of found) {
          const slice = family.slices.indexOf(disparity.slice)
          const [one, other] = [slice, 1].map((at) => pairs[at].sliceEstimates[disparity.metric]!)
          if (disparity.status !== 'estimated' || one.status !== 'estimated' || other.status !== 'estimated') continue
          const variances = [one.estimate.variance, other.estimate.variance] as const
          const own = [slice, 1].map((at) => sliceRows(evaluation, family, at))
          let covariance: number
          if (disparity.metric === 'tpr') {
            const counts = own.map((kept) => subjectCounts(frame.label, evaluation.decision, frame.subject, kept))
            const sums = counts.map(ratioSumsOf)
            covariance = ratioCovariance(ratioCrossSumsOf(counts[0], counts[1]), sums[0], sums[1])
          } else if (disparity.metric === 'auroc') {
            const sums = own.map(
              (kept) => placementSumsOf(frame.score, frame.label, frame.subject, scoreOrder(frame.score, kept))!,
            )
            covariance = placementCovariance(placementCrossSumsOf(sums[0], sums[1]), sums[0].sums, sums[1].sums)
          } else continue
          const expected = moverDifference(one.estimate, other.estimate, correlation(covariance, ...variances))
          for (const at of ['value', 'low', 'high'] as const) expect(disparity[at]).toBeCloseTo(expected[at], 9)
        }
      }),
      { numRuns: 10 },
    ),
)

test('a reference that no row has, or that is too small, gives no number', () => {
  const rows = randomRows(3, 80).map((row) =>
    row.subject < 3 ? { ...row, levels: { ...row.levels, age: '100+' } } : row,
  )
  const audit = audited(rows, ['age'])
  const statuses = (age: string) =>
    new Set(
      referenceDisparities(audit.evaluation, audit.families[0], [{ attribute: 'age', level: age }]).map(
        ({ status }) => status,
      ),
    )
  expect(statuses('110+')).toEqual(new Set(['undefined']))
  expect(statuses('100+')).toEqual(new Set(['too_few']))
})

test('a slice is shown against itself with the named levels', () => {
  const against = [
    { attribute: 'sex', level: 'M' },
    { attribute: 'view', level: 'PA' },
  ]
  expect(referenceSlice({ view: 'AP', sex: 'F' }, against)).toEqual({ view: 'PA', sex: 'M' })
  expect(referenceSlice({ sex: 'F', age: '70+' }, against)).toEqual({ sex: 'M', age: '70+' })
  expect(referenceSlice({ age: '70+' }, against)).toBeUndefined()
  expect(referenceSlice({ sex: 'F' }, [])).toBeUndefined()
})

test('of an intersection each slice stands against the one that differs in the named attribute alone', () =>
  fc.assert(
    fc.property(seeds, (seed) => {
      const by = ['view', 'age']
      const audit = audited(threeViews(randomRows(seed, 150)), by)
      const { evaluation, families } = audit
      const { frame } = evaluation
      const [{ family, pairs }] = families
      const found = referenceDisparities(evaluation, families[0], [{ attribute: 'view', level: 'PA' }])
      expect(found.length).toBeGreaterThan(0)
      for (const disparity of found) {
        const { slice, comparator } = disparity
        expect(slice.view).not.toBe('PA')
        expect(comparator).toEqual({ view: 'PA', age: slice.age })
        const at = [slice, { view: 'PA', age: slice.age }].map((levels) =>
          family.slices.findIndex((other) => by.every((name) => other[name] === levels[name as 'view' | 'age'])),
        )
        if (at[1] < 0) expect(disparity.status).toBe('undefined')
        if (disparity.status !== 'estimated' || disparity.metric !== 'tpr') continue
        const [one, other] = at.map((own) => pairs[own].sliceEstimates.tpr!)
        if (one.status !== 'estimated' || other.status !== 'estimated') continue
        const counts = at.map((own) =>
          subjectCounts(frame.label, evaluation.decision, frame.subject, sliceRows(evaluation, family, own)),
        )
        const sums = counts.map(ratioSumsOf)
        const covariance = ratioCovariance(ratioCrossSumsOf(counts[0], counts[1]), sums[0], sums[1])
        const correlated = correlation(covariance, one.estimate.variance, other.estimate.variance)
        const expected = moverDifference(one.estimate, other.estimate, correlated)
        for (const limit of ['value', 'low', 'high'] as const) {
          expect(disparity[limit]).toBeCloseTo(expected[limit], 9)
        }
      }
    }),
    { numRuns: 10 },
  ))
