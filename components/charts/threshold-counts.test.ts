import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countsAbove, countsOfOthers, edgeOf, rateAt } from './threshold-counts'

const edges = [0.1, 0.2, 0.5, 0.9]
const women = countsAbove({ positives: [1, 0, 2, 1], negatives: [3, 1, 0, 1] })

test('a threshold at an edge counts what scores at or above it', () => {
  expect(rateAt('tpr', women, edgeOf(edges, 0.5))).toBe(3 / 4)
  expect(rateAt('fpr', women, edgeOf(edges, 0.5))).toBe(1 / 5)
  expect(rateAt('ppv', women, 2)).toBe(3 / 4)
  expect(rateAt('f1', women, 2)).toBe(6 / 8)
})

test('above all scores nothing is found, and what has no denominator is undefined', () => {
  expect(edgeOf(edges, 1)).toBe(4)
  expect(rateAt('tpr', women, 4)).toBe(0)
  expect(rateAt('ppv', women, 4)).toBeUndefined()
  expect(rateAt('auroc', women, 1)).toBeUndefined()
})

test('a slice and everyone else add up to all, at every edge', () => {
  const counts = fc.array(fc.nat(50), { minLength: 4, maxLength: 4 })
  fc.assert(
    fc.property(counts, counts, fc.nat(4), (positives, negatives, edge) => {
      const all = countsAbove({
        positives: positives.map((count, at) => count + [1, 0, 2, 1][at]),
        negatives: negatives.map((count, at) => count + [3, 1, 0, 1][at]),
      })
      const others = countsOfOthers(all, women)
      expect(rateAt('tpr', others, edge)).toEqual(rateAt('tpr', countsAbove({ positives, negatives }), edge))
    }),
  )
})
