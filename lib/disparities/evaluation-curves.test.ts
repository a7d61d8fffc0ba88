import fc from 'fast-check'
import { expect, test } from 'vitest'
import { youdenPoint } from '@/lib/metrics/operating-point'
import { EvaluationCurves } from '@/lib/wire/curves'
import { evaluationCurves } from './evaluation-curves'
import { auditOf, defaultSettings, type FixtureRow, frameOf, randomRows } from './frame-fixture'
import { scoreSorted } from './score-sorted'

function curvesOf(rows: readonly FixtureRow[], exact: number[] = [], scale = defaultSettings.scale) {
  const frame = frameOf(rows)
  const settings = { ...defaultSettings, scale, exact, families: [{ by: ['sex'], prespecified: true }] }
  return EvaluationCurves.parse(evaluationCurves(frame, scoreSorted(frame), settings))
}

const sum = (counts: readonly number[]) => counts.reduce((all, own) => all + own, 0)

test('counts what counting the rows of each slice, label and edge counts', () => {
  const rows = randomRows(3, 400)
  const { edges, families } = curvesOf(rows)
  for (const { slice, positives, negatives } of families[0].slices) {
    for (const [label, counts] of [negatives, positives].entries()) {
      const own = rows.filter((row) => row.label === label && row.levels.sex === slice.sex)
      const expected = edges.map(
        (edge, k) => own.filter(({ score }) => score >= edge && !(score >= (edges[k + 1] ?? Infinity))).length,
      )
      expect(counts).toEqual(expected)
    }
  }
})

test('at an edge the counts are those of the MetricFrame with that threshold', () => {
  const rows = randomRows(5, 300)
  const { edges, families } = curvesOf(rows, [0.4321])
  expect(edges).toContain(0.4321)
  expect(edges).toContain(0.5) // the one with which it opens
  for (const value of [0.4321, 0.5, edges[200], edges[edges.length - 1]]) {
    const frame = auditOf(frameOf(rows), { threshold: { rule: 'fixed', value }, permutations: 0 })
    const from = edges.indexOf(value)
    for (const { slice, positives } of families[0].slices) {
      const measured = frame.families[0].slices.find((own) => own.slice.sex === slice.sex)!
      const found = sum(positives.slice(from)) / sum(positives)
      expect(found).toBeCloseTo(measured.metrics.tpr!.value!, 12)
    }
  }
})

test('Youden, which an evaluation without probabilities opens with, is an edge', () => {
  const rows = randomRows(6, 200).map((row) => ({ ...row, score: row.score * 8 - 4 }))
  const { score, label } = scoreSorted(frameOf(rows))
  const point = youdenPoint(score, label, Uint32Array.from(label.keys()))!
  expect(curvesOf(rows, [], 'logit').edges).toContain(point.threshold)
})

test('the axis is logarithmic where scores are positive and most are small; bins are equally wide on it', () => {
  const small = randomRows(7, 300).map((row) => ({ ...row, score: Math.exp(20 * row.score - 16) }))
  const { axis, edges, bins } = curvesOf(small)
  expect(axis).toBe('log')
  const widths = bins.slice(1).map((bin, k) => Math.log(edges[bin]) - Math.log(edges[bins[k]]))
  for (const width of widths) expect(width).toBeCloseTo(widths[0], 9)
  expect(curvesOf(small.map((row, at) => (at === 0 ? { ...row, score: 0 } : row))).axis).toBe('linear')
})

test('a label with too few rows or subjects in a slice has no counts', () => {
  const rows = randomRows(8, 200).map((row, at) => {
    const isFew = row.levels.sex === 'F' && row.label === 1 && at > 60
    return isFew ? { ...row, label: 0 } : row
  })
  const positivesOf = (sex: string) => rows.filter((row) => row.levels.sex === sex && row.label === 1)
  expect(positivesOf('F').length).toBeGreaterThan(9)
  const few = rows.filter((row) => !positivesOf('F').slice(9).includes(row)) // nine are left
  const { families, overall } = curvesOf(few)
  const [f, m] = ['F', 'M'].map((sex) => families[0].slices.find(({ slice }) => slice.sex === sex)!)
  expect(f.positives).toEqual([])
  expect(sum(f.negatives)).toBeGreaterThan(9)
  expect(sum(m.positives)).toBe(positivesOf('M').length)
  expect(sum(overall.positives)).toBe(positivesOf('M').length + 9)
  const oneSubject = rows.map((row) => (row.levels.sex === 'F' && row.label === 1 ? { ...row, subject: -1 } : row))
  expect(curvesOf(oneSubject).families[0].slices.find(({ slice }) => slice.sex === 'F')!.positives).toEqual([])
})

test('without a labelled row there are no edges', () => {
  const rows = randomRows(1, 5).map((row) => ({ ...row, label: 255 }))
  expect(curvesOf(rows)).toMatchObject({ edges: [], bins: [], overall: { positives: [], negatives: [] } })
})

test('for any scores edges ascend from the smallest to the largest, and every row is counted once', () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.nat(1)), { minLength: 1 }),
      fc.array(fc.double({ noNaN: true, noDefaultInfinity: true })),
      (pairs, exact) => {
        const rows = pairs.map(([score, label], subject) => ({ subject, score, label, levels: { sex: 'F' } }))
        const { edges, bins, overall } = curvesOf(rows, exact)
        const scores = pairs.map(([score]) => score).sort((a, b) => a - b)
        expect([edges[0], edges[edges.length - 1]]).toEqual([scores[0] + 0, scores[scores.length - 1] + 0])
        expect(edges.slice(1).every((edge, k) => edge > edges[k])).toBe(true)
        expect(bins[0]).toBe(0)
        expect(bins.slice(1).every((bin, k) => bin > bins[k] && bin < edges.length)).toBe(true)
        const positives = pairs.filter(([, label]) => label === 1).length
        expect(sum(overall.positives)).toBe(positives >= 10 ? positives : 0)
      },
    ),
  ))
