import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomStream } from './random'
import { scoreOrder } from './score-order'

function comparisonOrder(score: Float64Array): Uint32Array {
  return Uint32Array.from(Array.from(score, (_, row) => row).sort((a, b) => score[a] - score[b] || a - b))
}

test('orders few rows, stably, and takes -0 for 0', () => {
  expect([...scoreOrder(Float64Array.of(0.5, -1, 0, -0, 0.5, -2))]).toEqual([5, 1, 2, 3, 0, 4])
})
test('orders only the rows asked for, in their given order among ties', () => {
  expect([...scoreOrder(Float64Array.of(3, 1, 2, 1, 0), Uint32Array.of(3, 2, 1))]).toEqual([3, 1, 2])
})
test('many rows: the radix sort agrees with a comparison sort', () =>
  fc.assert(
    fc.property(fc.integer(), fc.constantFrom('uniform', 'float32', 'rounded', 'wide'), (seed, kind) => {
      const random = randomStream(seed, 'score-order', 0)
      const score = Float64Array.from({ length: 3000 }, () => {
        const x = random.normal()
        if (kind === 'float32') return Math.fround(x)
        if (kind === 'rounded') return Math.round(x * 10) / 10
        return kind === 'wide' ? x * 10 ** (random.below(600) - 300) : random.uniform()
      })
      expect(scoreOrder(score)).toEqual(comparisonOrder(score))
      const rows = Uint32Array.from({ length: 2000 }, (_, at) => 2999 - at)
      const ordered = scoreOrder(score, rows)
      for (let i = 1; i < ordered.length; i++) {
        const [before, after] = [score[ordered[i - 1]], score[ordered[i]]]
        expect(before < after || (before === after && ordered[i - 1] > ordered[i])).toBe(true)
      }
    }),
    { numRuns: 20 },
  ))
test('no rows give no order', () => expect(scoreOrder(new Float64Array(0))).toHaveLength(0))
