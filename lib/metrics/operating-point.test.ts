import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sensitivityPoint, specificityPoint, youdenPoint } from './operating-point'
import { expectClose } from './references/close-to'
import { label, scoreA } from './references/example-rows'
import reference from './references/operating-points.json' // scikit-learn 1.2.1 roc_curve
import { scoreOrder } from './score-order'

const { expected } = reference
const order = scoreOrder(scoreA)

test('Youden agrees with scikit-learn, the highest among ties', () => {
  const point = youdenPoint(scoreA, label, order)
  expect(point?.threshold).toBe(expected.youden.threshold)
  expectClose((point?.sensitivity ?? 0) + (point?.specificity ?? 0) - 1, expected.youden.j)
})
test.each([0.8, 0.9] as const)('thresholds that keep %f agree with scikit-learn', (least) => {
  expect(sensitivityPoint(scoreA, label, order, least)?.threshold).toBe(expected[`sensitivity=${least}`].threshold)
  expect(specificityPoint(scoreA, label, order, least)?.threshold).toBe(expected[`specificity=${least}`].threshold)
})
test('is undefined without both classes, or where no observed score keeps the specificity', () => {
  expect(youdenPoint(scoreA, new Uint8Array(60), order)).toBeUndefined()
  const [score, labels] = [Float64Array.of(1, 2, 3), Uint8Array.of(1, 1, 0)]
  expect(specificityPoint(score, labels, scoreOrder(score), 0.5)).toBeUndefined()
})
test('for any rows each point keeps what it promises and no better threshold does', () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(12), fc.nat(1)), { minLength: 2, maxLength: 40 }),
      fc.integer({ min: 0, max: 20 }),
      (rows, twentieths) => {
        const [score, labels] = [Float64Array.from(rows, (row) => row[0]), Uint8Array.from(rows, (row) => row[1])]
        if (!labels.includes(0) || !labels.includes(1)) return
        const rates = (threshold: number) => {
          const share = (of: number) => {
            const own = rows.filter((row) => row[1] === of)
            return own.filter((row) => row[0] >= threshold).length / own.length
          }
          return { threshold, tpr: share(1), tnr: (rows.length - share(0) * rows.length) / rows.length }
        }
        const all = [...new Set(score)].map(rates)
        const best = (list: typeof all, of: (one: (typeof all)[0]) => number) =>
          list.length ? Math.max(...list.map(of)) : undefined
        const ascending = scoreOrder(score)
        const least = twentieths / 20
        const keepsTpr = all.filter((one) => one.tpr >= least)
        expect(sensitivityPoint(score, labels, ascending, least)?.threshold).toBe(
          best(keepsTpr, (one) => one.threshold),
        )
        const lowest = specificityPoint(score, labels, ascending, least)
        if (lowest) expect(lowest.specificity).toBeGreaterThanOrEqual(least)
        const youden = youdenPoint(score, labels, ascending)
        const most = best(all, (one) => one.tpr + one.tnr) ?? 0
        expect((youden?.sensitivity ?? 0) + (youden?.specificity ?? 0)).toBeCloseTo(most, 9)
      },
    ),
  ))
