import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placementCrossSumsOf, placementSumsOf } from '@/lib/metrics/placement-sums-of'
import { ratioCrossSumsOf, ratioSumsOf, subjectCounts } from '@/lib/metrics/ratio-sums-of'
import { type RatioKey, ratioTerm } from '@/lib/metrics/ratio-terms'
import { scoreOrder } from '@/lib/metrics/score-order'
import { openAudit } from './audit'
import { ratioKeys } from './confusion-sums'
import { disaggregate } from './disaggregate'
import type { EvaluationFrame } from './evaluation-frame'
import { defaultSettings, frameOf, randomRows } from './frame-fixture'
import { sliceFamily, twoArms } from './slice-family'

const seeds = fc.integer({ min: 1, max: 1e6 })

function rowsOf(frame: EvaluationFrame, isIn: (row: number) => boolean): Uint32Array {
  return Uint32Array.from(frame.label.keys()).filter((row) => frame.label[row] !== 255 && isIn(row))
}

describe('the fast sums by subject', () => {
  test.each(['sex', 'view', 'age+view'])('equal the plain ones for every slice and complement: %s', (by) =>
    fc.assert(
      fc.property(seeds, fc.boolean(), (seed, isTied) => {
        const rows = randomRows(seed, 40, isTied).map((row, i) => (i % 17 === 5 ? { ...row, label: 255 } : row))
        const frame = frameOf(rows)
        const { evaluation } = openAudit(frame, { ...defaultSettings, families: [] })
        const family = sliceFamily(frame.cells, by.split('+'))
        const [{ pairs }] = disaggregate(evaluation, [family])
        family.slices.forEach((_, slice) => {
          const isIn = (row: number) => family.sliceOfCell[frame.cell[row]] === slice
          const [own, other] = [rowsOf(frame, isIn), rowsOf(frame, (row) => !isIn(row))]
          for (const key of ratioKeys) {
            const countsOf = (part: Uint32Array) => {
              const terms = (at: 'denominator' | 'numerator') =>
                Float64Array.from(frame.label, (label, row) => {
                  const term = label === 255 ? undefined : ratioTerm(key as RatioKey, label, evaluation.decision[row])
                  return term?.[at] ?? 0
                })
              return subjectCounts(terms('denominator'), terms('numerator'), frame.subject, part)
            }
            const [first, second] = [countsOf(own), countsOf(other)]
            expect(pairs[slice].slice.confusion[key]).toEqual(ratioSumsOf(first))
            expect(pairs[slice].comparator.confusion[key]).toEqual(ratioSumsOf(second))
            expect(pairs[slice].cross.confusion[key]).toEqual(ratioCrossSumsOf(first, second))
          }
        })
      }),
      { numRuns: 20 },
    ),
  )

  test.each(['sex', 'view', 'age+view'])('of placements equal the plain ones: %s', (by) =>
    fc.assert(
      fc.property(seeds, fc.boolean(), (seed, isTied) => {
        const frame = frameOf(randomRows(seed, 60, isTied))
        const { evaluation } = openAudit(frame, { ...defaultSettings, families: [] })
        const family = sliceFamily(frame.cells, by.split('+'))
        const [{ pairs }] = disaggregate(evaluation, [family])
        const byScore = scoreOrder(frame.score)
        family.slices.forEach((_, slice) => {
          const isIn = (row: number) => family.sliceOfCell[frame.cell[row]] === slice
          const plain = [byScore.filter(isIn), byScore.filter((row) => !isIn(row))].map((rows) =>
            placementSumsOf(frame.score, frame.label, frame.subject, rows),
          )
          const { slice: own, comparator, cross } = pairs[slice]
          if (!own.placement) return
          expectClose(own.placement, plain[0]!.sums)
          expectClose(comparator.placement!, plain[1]!.sums)
          expectClose(cross.placement!, placementCrossSumsOf(plain[0]!, plain[1]!))
        })
      }),
      { numRuns: 20 },
    ),
  )
})

function expectClose<T extends object>(found: T, wanted: T) {
  for (const [key, value] of Object.entries(wanted)) {
    expect(found[key as keyof T], key).toBeCloseTo(value as number, 9)
  }
}

test('merging slices equals the union: both arms of a family without one slice', () => {
  const frame = frameOf(randomRows(7, 120))
  const { evaluation } = openAudit(frame, { ...defaultSettings, families: [] })
  const family = sliceFamily(frame.cells, ['age'])
  const merged = twoArms(
    family,
    (slice) => slice < 2,
    (slice) => slice === 2,
  )
  const [{ pairs }] = disaggregate(evaluation, [merged])
  const [{ pairs: apart }] = disaggregate(evaluation, [family])
  // age belongs to the subject, so sums over subjects add up
  for (const key of ratioKeys) {
    for (const at of ['subjects', 'n', 'events', 'n2', 'n3', 'n4', 'events2', 'eventsN'] as const) {
      expect(pairs[0].slice.confusion[key][at]).toBe(
        apart[0].slice.confusion[key][at] + apart[1].slice.confusion[key][at],
      )
    }
  }
  for (const [key, wanted] of Object.entries(apart[2].comparatorEstimates)) {
    const found = pairs[0].sliceEstimates[key as keyof (typeof pairs)[0]['sliceEstimates']]
    expect(found?.status, key).toBe(wanted.status)
    if (found?.status !== 'estimated' || wanted.status !== 'estimated') continue
    for (const at of ['value', 'low', 'high'] as const) expect(found.estimate[at]).toBeCloseTo(wanted.estimate[at], 12)
  }
})

test('rows outside a comparison count in neither arm', () => {
  const frame = frameOf(randomRows(11, 120))
  const { evaluation } = openAudit(frame, { ...defaultSettings, families: [] })
  const family = sliceFamily(frame.cells, ['age'])
  const [{ pairs }] = disaggregate(evaluation, [
    twoArms(
      family,
      (s) => s === 0,
      (s) => s === 1,
    ),
  ])
  const [{ pairs: apart }] = disaggregate(evaluation, [family])
  expect(pairs[0].slice.confusion).toEqual(apart[0].slice.confusion)
  expect(pairs[0].comparator.confusion).toEqual(apart[1].slice.confusion)
  const [found, wanted] = [pairs[0].comparatorEstimates.auroc, apart[1].sliceEstimates.auroc]
  if (found?.status !== 'estimated' || wanted?.status !== 'estimated') throw new Error('not estimated')
  for (const at of ['value', 'low', 'high'] as const) expect(found.estimate[at]).toBeCloseTo(wanted.estimate[at], 12)
})
