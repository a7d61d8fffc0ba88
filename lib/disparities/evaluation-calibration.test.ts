import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ece } from '@/lib/metrics/ece'
import { eceBinCount } from '@/lib/metrics/ece-bins'
import { ratioIcc } from '@/lib/metrics/ratio-icc'
import { ratioInterval } from '@/lib/metrics/ratio-interval'
import { ratioSumsOf, subjectCounts } from '@/lib/metrics/ratio-sums-of'
import { EvaluationCalibration } from '@/lib/wire/calibration'
import { evaluationCalibration } from './evaluation-calibration'
import { type FixtureRow, frameOf, randomRows } from './frame-fixture'
import { scoreSorted } from './score-sorted'

function calibrationOf(rows: readonly FixtureRow[], scale: 'probability' | 'logit' = 'probability') {
  const frame = frameOf(rows)
  const settings = { task: 'finding', scale, families: [{ by: ['sex'] }, { by: ['view', 'age'] }] }
  return EvaluationCalibration.parse(evaluationCalibration(frame, scoreSorted(frame), settings))
}

test.each([false, true])('bins and intervals are those of plain sums over the rows of each slice; ties %s', (isTied) =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
      const rows = randomRows(seed, 200, isTied).map((row, at) => (at % 13 === 4 ? { ...row, label: 255 } : row))
      const frame = frameOf(rows)
      const { families, overall } = calibrationOf(rows)
      const ones = new Uint8Array(frame.label.length).fill(1)
      const sumsOf = (kept: Iterable<number>) => ratioSumsOf(subjectCounts(ones, frame.label, frame.subject, kept))
      const labelled = Uint32Array.from(frame.label.keys()).filter((row) => frame.label[row] !== 255)
      const icc = ratioIcc(sumsOf(labelled))
      for (const { slice, bins } of [overall, ...families.flatMap(({ slices }) => slices)]) {
        const own = labelled.filter((row) =>
          frame.cells.attributes.every(
            ({ name, levels }, at) =>
              !(name in slice) || levels[frame.cells.levelOf[at][frame.cell[row]]] === slice[name],
          ),
        )
        const expected = ece(frame.score, frame.label, own, Math.min(10, eceBinCount(own.length)))!
        const filled = expected.bins.filter(({ n }) => n > 0)
        expect(bins.map(({ observed }) => observed.n)).toEqual(filled.map(({ n }) => n))
        for (const [at, { low, mean, high, observed }] of bins.entries()) {
          const inBin = own.filter((row) => frame.score[row] >= low && frame.score[row] <= high)
          expect(inBin.length).toBe(observed.n)
          expect(mean).toBeCloseTo(filled[at].predicted, 12)
          const sums = sumsOf(inBin)
          const isFew = sums.n < 10 || sums.subjects < 5
          expect(observed.status).toBe(isFew ? 'too_few' : 'estimated')
          if (isFew) continue
          const interval = ratioInterval(sums, icc)!
          expect(observed).toMatchObject({ value: interval.value, low: interval.low, high: interval.high })
        }
      }
    }),
    { numRuns: 15 },
  ),
)

test('a slice of 70 rows has three bins that can be read, not ten that cannot', () => {
  const { overall } = calibrationOf(randomRows(3, 300).slice(0, 70))
  expect(overall.bins.map(({ observed: { n, status } }) => [n, status])).toEqual([
    ...[24, 23, 23].map((n) => [n, 'estimated']),
  ])
})

test('logits are shown as probabilities', () => {
  const rows = randomRows(2, 200).map((row) => ({ ...row, score: Math.min(0.99, Math.max(0.01, row.score)) }))
  const logits = rows.map((row) => ({ ...row, score: Math.log(row.score / (1 - row.score)) }))
  const [direct, transformed] = [calibrationOf(rows).overall.bins, calibrationOf(logits, 'logit').overall.bins]
  expect(transformed).toEqual(
    direct.map(({ low, mean, high, observed }) => ({
      low: expect.closeTo(low, 10),
      mean: expect.closeTo(mean, 10),
      high: expect.closeTo(high, 10),
      observed,
    })),
  )
})

test('a slice with too few rows or subjects has no bins; equal scores are one bin', () => {
  const rows = randomRows(4, 100)
  const few = rows.map((row) => ({ ...row, levels: { ...row.levels, sex: row.subject < 4 ? 'X' : 'M' } }))
  const bySex = calibrationOf(few).families[0].slices
  expect(bySex.find(({ slice }) => slice.sex === 'X')?.bins).toEqual([])
  expect(bySex.find(({ slice }) => slice.sex === 'M')?.bins).toHaveLength(10)
  const equal = calibrationOf(rows.map((row) => ({ ...row, score: 0.1 }))).overall.bins
  expect(equal).toMatchObject([{ low: 0.1, mean: 0.1, high: 0.1, observed: { n: rows.length } }])
  const unlabelled = calibrationOf(rows.map((row) => ({ ...row, label: 255 })))
  expect(unlabelled.overall.bins).toEqual([])
})
