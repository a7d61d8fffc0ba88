import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ece } from './ece'
import { eceBinCount } from './ece-bins'
import { eceInterval } from './ece-interval'
import { randomStream } from './random'
import { expectClose } from './references/close-to'
import reference from './references/ece.json' // numpy 1.24.2, pandas 1.5.3
import { allRows, label, probability } from './references/example-rows'

test.each([3, 5] as const)('%d bins agree with pandas.qcut', (bins) => {
  const expected = reference.expected[`bins=${bins}`]
  const found = ece(probability, label, allRows, bins)
  for (const [k, edge] of expected.edges.entries()) expectClose(found?.edges[k], edge)
  expect(found?.bins.map((bin) => bin.n)).toEqual(expected.n)
  for (const [k, bin] of (found?.bins ?? []).entries()) {
    expectClose(bin.observed, expected.observed[k])
    expectClose(bin.predicted, expected.predicted[k])
  }
  expectClose(found?.value, expected.ece)
})
test('bins grow with rows, from 2 to 15', () => {
  expect([10, 60, 100, 5000].map(eceBinCount)).toEqual([2, 3, 5, 15])
})
test('repeated edges are dropped; one bin remains where all probabilities are equal', () => {
  const found = ece(new Float64Array(60).fill(0.3), label, allRows)
  expect(found?.edges).toEqual([])
  expectClose(found?.value, Math.abs(26 / 60 - 0.3))
})
test('is undefined without rows; has no interval below 100 rows', () => {
  expect(ece(probability, label, new Uint32Array(0))).toBeUndefined()
  expect(eceInterval(probability, label, allRows, allRows, randomStream(1, 'ece', 0))).toBeUndefined()
})

/** Rows whose labels follow probability + shift, `size` rows a subject with the same label noise. */
function simulated(seed: number, n: number, shift: number) {
  const random = randomStream(seed, 'ece-test', 0)
  const scores = Float64Array.from({ length: n }, () => 0.1 + 0.6 * random.uniform())
  const labels = Uint8Array.from(scores, (p) => (random.uniform() < p + shift ? 1 : 0))
  const rows = Uint32Array.from(scores.keys())
  return eceInterval(scores, labels, rows, rows, randomStream(seed, 'ece', 0), 400)
}

test('a calibrated model: the value is about its noise floor, and 0 lies within the interval', () => {
  const found = Array.from({ length: 40 }, (_, seed) => simulated(seed, 400, 0))
  const mean = (of: (one: NonNullable<(typeof found)[0]>) => number) =>
    found.reduce((sum, one) => sum + (one ? of(one) : 0), 0) / found.length
  expect(Math.abs(mean((one) => one.value) - mean((one) => one.noiseFloor))).toBeLessThan(0.006)
  expect(found.filter((one) => one?.low === 0).length).toBeGreaterThanOrEqual(35)
})
test('a model off by .1: the corrected value is near .1 and below the plug-in, the interval covers', () => {
  const found = Array.from({ length: 40 }, (_, seed) => simulated(seed, 600, 0.1))
  const covered = found.filter((one) => one && one.low <= 0.1 && one.high >= 0.1)
  expect(covered.length).toBeGreaterThanOrEqual(31) // approximate: 87% of 400 such data sets
  for (const one of found) expect(one?.corrected).toBeLessThanOrEqual((one?.value ?? 0) + 0.002)
})
test('for any rows the value lies within 0 and 1, whatever their order', () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(20), fc.nat(1)), { minLength: 1, maxLength: 80 }), (rows) => {
      const of = (list: typeof rows) =>
        ece(
          Float64Array.from(list, (row) => row[0] / 20),
          Uint8Array.from(list, (row) => row[1]),
          Uint32Array.from(list.keys()),
        )?.value
      const value = of(rows)
      expect(value).toBeGreaterThanOrEqual(0)
      expect(value).toBeLessThanOrEqual(1)
      expectClose(of(rows.toReversed()), value ?? -1)
    }),
  ))
