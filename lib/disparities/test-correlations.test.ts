import { describe, expect, test } from 'vitest'
import { placementSumsOf } from '@/lib/metrics/placement-sums-of'
import { scoreOrder } from '@/lib/metrics/score-order'
import { openAudit } from './audit'
import type { EvaluationFrame } from './evaluation-frame'
import { defaultSettings, type FixtureRow, frameOf, randomRows } from './frame-fixture'
import { type NormalTest, testCorrelations } from './test-correlations'

/** Influences of each subject on a set of rows, told plainly: (P/m + Q/n) for AUROC, (a - m0 n)/B for the rates. */
function influences(frame: EvaluationFrame, decision: Uint8Array, isIn: (row: number) => boolean, usesPool: boolean) {
  const rows = [...frame.label.keys()].filter(isIn)
  const own = new Map<string, Float64Array>()
  const byScore = scoreOrder(frame.score)
  const from = placementSumsOf(frame.score, frame.label, frame.subject, usesPool ? byScore : byScore.filter(isIn))!
  const [m, n] = [1, 0].map((label) => rows.filter((row) => frame.label[row] === label).length)
  const auroc = new Float64Array(frame.subjects)
  if (usesPool) {
    const all = [...frame.label.keys()]
    for (const row of rows) {
      const others = all.filter((other) => frame.label[other] !== frame.label[row])
      const won = others.filter((other) =>
        frame.label[row] ? frame.score[other] < frame.score[row] : frame.score[other] > frame.score[row],
      ).length
      const tied = others.filter((other) => frame.score[other] === frame.score[row]).length
      auroc[frame.subject[row]] += ((won + tied / 2) / others.length - from.sums.auroc) / (frame.label[row] ? m : n)
    }
  } else for (const [subject, { p, q }] of from.bySubject) auroc[subject] = p / m + q / n
  own.set('auroc', auroc)
  for (const [metric, label] of [
    ['tpr', 1],
    ['fpr', 0],
  ] as const) {
    const used = [...frame.label.keys()].filter((row) => frame.label[row] === label)
    const rate = used.filter((row) => decision[row]).length / used.length
    const sums = new Float64Array(frame.subjects)
    const here = rows.filter((row) => frame.label[row] === label)
    for (const row of here) sums[frame.subject[row]] += (decision[row] - rate) / here.length
    own.set(metric, sums)
  }
  return own
}

describe('correlations of tests', () => {
  const perfect = (rows: FixtureRow[]) =>
    rows.map((row) => (row.levels.age === '60+' ? { ...row, score: 0.1 + 0.8 * row.label } : row))
  test.each([
    ['of ordinary slices', randomRows(6, 120, true)],
    ['where a slice ranks perfectly', perfect(randomRows(3, 160))],
  ])('equal those of the influences themselves: %s', (_, rows) => {
    const frame = frameOf(rows)
    const audit = openAudit(frame, { ...defaultSettings, permutations: 0 })
    const { evaluation, families } = audit
    const tests = families.flatMap(({ pairs }, family) =>
      pairs.flatMap((pair, slice) =>
        (['auroc', 'tpr', 'fpr'] as const).flatMap((metric): NormalTest[] =>
          pair.sliceEstimates[metric]?.status === 'estimated' &&
          pair.comparatorEstimates[metric]?.status === 'estimated'
            ? [{ family, slice, metric }]
            : [],
        ),
      ),
    )
    const found = testCorrelations(
      evaluation,
      families,
      audit.influences.map((own) => own!),
      tests,
    )
    const vectors = tests.map(({ family, slice, metric }) => {
      const { family: own, pairs } = families[family]
      const isIn = (row: number) => own.sliceOfCell[frame.cell[row]] === slice
      const isBound = [0, 1].includes(pairs[slice].slice.placement?.auroc ?? 0.5)
      const first = influences(frame, evaluation.decision, isIn, isBound).get(metric)!
      const second = influences(frame, evaluation.decision, (row) => !isIn(row), true).get(metric)!
      return first.map((x, s) => x - second[s])
    })
    const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, s) => sum + x * b[s], 0)
    tests.forEach((one, t) => {
      tests.forEach((other, u) => {
        const wanted =
          dot(vectors[t], vectors[u]) / Math.sqrt(dot(vectors[t], vectors[t]) * dot(vectors[u], vectors[u]))
        const names = JSON.stringify([one, other])
        expect(Math.abs(found[t * tests.length + u] - wanted), names).toBeLessThan(1e-5)
      })
    })
  })
})
