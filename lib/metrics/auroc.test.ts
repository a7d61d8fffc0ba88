import fc from 'fast-check'
import { expect, test } from 'vitest'
import { auroc } from './auroc'
import reference from './references/auroc-delong.json' // pROC 1.18.0
import { expectClose } from './references/close-to'
import { label, rowsOf, scoreA, scoreB } from './references/example-rows'
import { scoreOrder } from './score-order'

function aurocOf(scores: ArrayLike<number>, labels: ArrayLike<number>) {
  const score = Float64Array.from(scores)
  return auroc(score, Uint8Array.from(labels), scoreOrder(score))
}

test('agrees with pROC, ties and slices included', () => {
  expectClose(aurocOf(scoreA, label), reference.expected.auc_a)
  expectClose(aurocOf(scoreB, label), reference.expected.auc_b)
  expectClose(auroc(scoreA, label, scoreOrder(scoreA, rowsOf('sex=F'))), reference.expected.auc_f)
  expectClose(auroc(scoreA, label, scoreOrder(scoreA, rowsOf('sex=M'))), reference.expected.auc_m)
})
test('is undefined, neither 0 nor NaN, without positives', () => expect(aurocOf([0.1, 0.9], [0, 0])).toBeUndefined())
test('is exactly one half where all scores are equal', () => expect(aurocOf([2, 2, 2], [0, 1, 1])).toBe(0.5))

const someRows = fc.array(fc.tuple(fc.integer({ min: -20, max: 20 }), fc.nat(1)), { maxLength: 40 })

test('swapping the labels gives the complement, a rising transform alters nothing', () =>
  fc.assert(
    fc.property(someRows, (rows) => {
      const [score, labels] = [rows.map((row) => row[0]), rows.map((row) => row[1])]
      const direct = aurocOf(score, labels)
      const swapped = aurocOf(
        score,
        labels.map((positive) => 1 - positive),
      )
      expect(swapped).toEqual(direct === undefined ? undefined : expect.closeTo(1 - direct, 12))
      expect(
        aurocOf(
          score.map((x) => Math.exp(x / 5)),
          labels,
        ),
      ).toBe(direct)
      expect(aurocOf(score.toReversed(), labels.toReversed())).toBe(direct)
    }),
  ))
test('is the share of won pairs, counted one by one', () =>
  fc.assert(
    fc.property(someRows, (rows) => {
      const [positives, negatives] = [rows.filter((row) => row[1] === 1), rows.filter((row) => row[1] === 0)]
      const wins = positives.flatMap(([p]) => negatives.map(([n]) => (p > n ? 1 : p === n ? 0.5 : 0)))
      const area = aurocOf(
        rows.map((row) => row[0]),
        rows.map((row) => row[1]),
      )
      if (wins.length === 0) {
        expect(area).toBeUndefined()
        return
      }
      expect(area).toBeCloseTo(wins.reduce<number>((sum, win) => sum + win, 0) / wins.length, 12)
    }),
  ))
