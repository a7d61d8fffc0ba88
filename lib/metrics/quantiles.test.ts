import { expect, test } from 'vitest'
import { chiSquareQuantile } from './chi-square-quantile'
import { chiSquareTail } from './chi-square-tail'
import { normalQuantile } from './normal-quantile'
import { normalTail } from './normal-tail'
import { expectClose } from './references/close-to'
import reference from './references/quantiles.json' // scipy 1.10.1
import { studentQuantile } from './student-quantile'
import { studentTail } from './student-tail'

const { t_975, t_cdf, chi2_ppf, normal_ppf } = reference.expected

test.each(t_975)('Student quantile of .975 at %f degrees agrees with scipy', (df, expected) => {
  expectClose(studentQuantile(0.975, df), expected)
  expectClose(studentQuantile(0.025, df), -expected)
})
test.each(t_cdf)('Student tail at t = %f, %f degrees agrees with scipy', (statistic, df, expected) =>
  expectClose(studentTail(statistic, df), 2 * Math.min(expected, 1 - expected)),
)
test.each(chi2_ppf)('chi-square quantile of %f at %f degrees agrees with scipy', (probability, df, expected) => {
  expectClose(chiSquareQuantile(probability, df), expected)
  expectClose(chiSquareTail(expected, df), 1 - probability)
})
test.each(normal_ppf)('normal quantile of %f agrees with scipy', (probability, expected) => {
  expectClose(normalQuantile(probability), expected)
  expectClose(normalTail(expected), 2 * Math.min(probability, 1 - probability))
})
test('Student quantile inverts its tail over a wide range of degrees', () => {
  for (let df = 1; df < 1e6; df *= 1.37) expectClose(studentTail(studentQuantile(0.975, df), df), 0.05)
  expect(studentQuantile(0.5, 7)).toBe(0)
})
test.each([
  [1e-15, -7.941345326170998],
  [1e-20, -9.262340089798409],
  [1e-100, -21.273453560965322],
  [1e-200, -30.20559417957964],
])('normal quantile of %f agrees with scipy 1.17.1', (probability, expected) =>
  expectClose(normalQuantile(probability), expected),
)
test('extreme probabilities stay finite', () => {
  expect(normalQuantile(1e-310)).toBeLessThan(-36)
  expect(Number.isFinite(normalQuantile(0))).toBe(true)
})
