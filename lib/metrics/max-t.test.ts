import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cholesky, correlatedNormals } from './cholesky'
import { maxTStepDown } from './max-t-step-down'
import { normalMaxT } from './normal-max-t'
import { randomStream } from './random'
import { expectClose } from './references/close-to'
import reference from './references/max-t-exhaustive.json' // numpy 1.24.2, every arrangement
import { standardisedStatistics } from './standardised-statistics'

/** All distinct orders of the letters. */
function arrangements(letters: string[]): string[][] {
  if (letters.length === 0) return [[]]
  return [...new Set(letters)].flatMap((first) => {
    const rest = letters.slice()
    rest.splice(letters.indexOf(first), 1)
    return arrangements(rest).map((order) => [first, ...order])
  })
}
const freemanTukey = (events: number, n: number) => Math.asin(Math.sqrt((events + 3 / 8) / (n + 3 / 4)))

function statisticsOf(group: string[]): number[] {
  return reference.tests.map((name) => {
    const [metric, slice] = name.split(' ')
    const counts = [0, 0, 0, 0]
    group.forEach((level, row) => {
      if (reference.label[row] !== (metric === 'tpr' ? 1 : 0)) return
      const arm = level === slice ? 0 : 2
      counts[arm] += reference.score[row] >= reference.threshold ? 1 : 0
      counts[arm + 1]++
    })
    return freemanTukey(counts[0], counts[1]) - freemanTukey(counts[2], counts[3])
  })
}

test('agrees with the enumeration of all 8,100 arrangements', () => {
  const { group, expected } = reference
  const [positive, negative] = [group.slice(0, 6), group.slice(6)]
  const all = arrangements(positive).flatMap((first) => arrangements(negative).map((last) => [...first, ...last]))
  expect(all).toHaveLength(expected.arrangements)
  const others = all.filter((order) => order.join() !== group.join())
  const observed = Float64Array.from(statisticsOf(group))
  const { mean, sd, ...standardised } = standardisedStatistics(
    observed,
    Float64Array.from(others.flatMap(statisticsOf)),
  )
  const { p, adjusted } = maxTStepDown(standardised.observed, standardised.replicates)
  for (let test = 0; test < observed.length; test++) {
    expectClose(observed[test], expected.statistic[test])
    expectClose(mean[test], expected.mean[test])
    expectClose(sd[test], expected.sd[test])
    expectClose(standardised.observed[test], expected.standardised[test])
    expectClose(p[test], expected.p[test])
    expectClose(adjusted[test], expected.pAdjustedStepDown[test])
  }
})
test('a statistic that never varies is not testable and gets p = 1', () => {
  const standardised = standardisedStatistics(Float64Array.of(0.3, 1), Float64Array.of(0.3, 0, 0.3, -1, 0.3, 0.5))
  expect([...standardised.isTestable]).toEqual([0, 1])
  expect(maxTStepDown(standardised.observed, standardised.replicates).p[0]).toBe(1)
})
test('for any statistics: adjusted p is at least p, falls with T, and does not depend on the order of tests', () =>
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 8 }), (seed, tests) => {
      const random = randomStream(seed, 'max-t', 0)
      const draw = (count: number) => Float64Array.from({ length: count }, () => Math.abs(random.normal()))
      const [observed, replicates] = [draw(tests), draw(tests * 50)]
      const { p, adjusted } = maxTStepDown(observed, replicates)
      for (let test = 0; test < tests; test++) {
        expect(adjusted[test]).toBeGreaterThanOrEqual(p[test])
        const isLargest = observed[test] === Math.max(...observed)
        if (isLargest) expect(adjusted[test]).toBe(Math.min(...adjusted))
      }
      const turned = replicates.map((_, at) => replicates[at - (at % tests) + (tests - 1 - (at % tests))])
      expect(maxTStepDown(observed.toReversed(), turned).adjusted).toEqual(adjusted.toReversed())
    }),
  ))
test('no tests give no p-values', () => {
  expect(maxTStepDown(new Float64Array(0), new Float64Array(0)).adjusted).toHaveLength(0)
})
test('draws have the covariance asked for, one of deficient rank included', () => {
  const matrix = Float64Array.of(4, 2, 4, 2, 3, 2, 4, 2, 4)
  const lower = cholesky(matrix)
  for (let row = 0; row < 3; row++) {
    const unit = new Float64Array(3)
    for (let column = 0; column < 3; column++) {
      for (let k = 0; k < 3; k++) unit[column] += lower[row * 3 + k] * lower[column * 3 + k]
      expect(unit[column]).toBeCloseTo(matrix[row * 3 + column], 6)
    }
  }
  const drawn = new Float64Array(3)
  correlatedNormals(lower, Float64Array.of(1, 0, 0), drawn)
  expect([...drawn].map((x) => Math.round(x * 1e6) / 1e6)).toEqual([2, 1, 2])
})
test('independent tests: the critical value is that of Sidak, equal tests: that of one', () => {
  const identity = Float64Array.from({ length: 100 }, (_, at) => (at % 11 === 0 ? 1 : 0))
  const z = new Float64Array(10).fill(2.8)
  const independent = normalMaxT(z, identity, randomStream(1, 'normal-max-t', 0))
  expect(Math.abs(independent.critical - 2.7996)).toBeLessThan(0.05) // normal quantile of (1 + .95^(1/10))/2
  expect(Math.abs(independent.adjusted[0] - 0.05)).toBeLessThan(0.008)
  const equal = normalMaxT(z.fill(1.96), new Float64Array(100).fill(1), randomStream(1, 'normal-max-t', 0))
  expect(Math.abs(equal.critical - 1.96)).toBeLessThan(0.05)
  expect(Math.abs(equal.adjusted[0] - 0.05)).toBeLessThan(0.008)
})
test('the same seed gives the same p-values', () => {
  const run = () => normalMaxT(Float64Array.of(2, 1), Float64Array.of(1, 0.4, 0.4, 1), randomStream(3, 'x', 0), 500)
  expect(run()).toEqual(run())
})
