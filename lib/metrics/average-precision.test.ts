import fc from 'fast-check'
import { expect, test } from 'vitest'
import { averagePrecision } from './average-precision'
import { averagePrecisionInterval } from './average-precision-interval'
import { randomStream } from './random'
import reference from './references/average-precision.json' // scikit-learn 1.2.1
import { expectClose } from './references/close-to'
import { label, rowsOf, scoreA, scoreB, subject } from './references/example-rows'
import { scoreOrder } from './score-order'

test.each([
  ['score_a', scoreA, 'all'],
  ['score_b', scoreB, 'all'],
  ['score_a sex=F', scoreA, 'sex=F'],
  ['score_a sex=M', scoreA, 'sex=M'],
] as const)('%s agrees with scikit-learn', (name, score, slice) =>
  expectClose(averagePrecision(score, label, scoreOrder(score, rowsOf(slice))), reference.expected[name]),
)
test('is undefined without a positive row', () =>
  expect(averagePrecision(Float64Array.of(1, 2), Uint8Array.of(0, 0), Uint32Array.of(0, 1))).toBeUndefined())
test('is the prevalence where all scores are equal, and 1 where all positives are on top', () => {
  const positive = Uint8Array.of(0, 1, 0, 1, 0)
  expectClose(averagePrecision(new Float64Array(5), positive, Uint32Array.of(0, 1, 2, 3, 4)), 0.4)
  const score = Float64Array.of(1, 5, 2, 4, 3)
  expect(averagePrecision(score, positive, scoreOrder(score))).toBe(1)
})
test('a weight of k is the row repeated k times, and a rising transform alters nothing', () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.nat(1), fc.nat(3)), { minLength: 1, maxLength: 30 }),
      (rows) => {
        const repeated = rows.flatMap((row) => new Array<typeof row>(row[2]).fill(row))
        const of = (list: typeof rows, weight?: (row: number) => number) => {
          const score = Float64Array.from(list, (row) => Math.exp(row[0]))
          return averagePrecision(
            score,
            Uint8Array.from(list, (row) => row[1]),
            scoreOrder(score),
            weight,
          )
        }
        const [weighted, plain] = [of(rows, (row) => rows[row][2]), of(repeated)]
        expect(weighted).toEqual(plain === undefined ? undefined : expect.closeTo(plain, 12))
      },
    ),
  ))
test('the interval holds the value, lies within 0 and 1, and is the same for the same seed', () => {
  const run = (seed: number) =>
    averagePrecisionInterval(scoreA, label, subject, scoreOrder(scoreA), (b) => randomStream(seed, 'ap', b), 200)
  const estimate = run(1)
  if (estimate === undefined) throw new Error('no interval')
  expect(estimate).toEqual(run(1))
  expect(estimate.low).not.toBe(run(2)?.low)
  expect(estimate.low > 0.4 && estimate.low < estimate.value && estimate.high > estimate.value).toBe(true)
  expect(estimate.high).toBeLessThan(1)
})
test('there is no interval where one subject has all positives', () => {
  const order = scoreOrder(scoreA)
  const stream = () => randomStream(1, 'ap', 0)
  expect(averagePrecisionInterval(scoreA, label, label, order, stream, 10)).toBeUndefined()
})
