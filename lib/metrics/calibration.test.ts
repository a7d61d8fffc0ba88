import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calibrationFit, clampedLogit, logitRows } from './calibration-fit'
import { calibrationIntercept, calibrationSlope } from './calibration-interval'
import { meanInterval } from './mean-interval'
import { meanSumsOf } from './mean-sums-of'
import { observedMinusExpectedValue } from './observed-minus-expected'
import reference from './references/calibration.json' // R 4.2.2 glm, numpy 1.24.2
import { expectClose } from './references/close-to'
import { allRows, label, probability, subject } from './references/example-rows'

const { expected } = reference

test('the fits agree with glm of R', () => {
  const joint = calibrationFit(logitRows(probability, label, allRows), false)
  expectClose(joint?.slope, expected.slope)
  expectClose(joint?.intercept, expected.intercept_joint)
  expectClose(
    calibrationFit(logitRows(probability, label, allRows), true)?.intercept,
    expected.calibration_in_the_large,
  )
})
test('slope, variance and limits agree with the reference', () => {
  const estimate = calibrationSlope(probability, label, subject, allRows)
  expectClose(estimate?.value, expected.slope)
  expectClose(estimate?.variance, expected.slope_variance)
  expectClose(estimate?.df, expected.df)
  expectClose(estimate?.low, expected.slope_interval[0], 1e-8)
  expectClose(estimate?.high, expected.slope_interval[1], 1e-8)
})
test('calibration in the large, variance and limits agree with the reference', () => {
  const estimate = calibrationIntercept(probability, label, subject, allRows)
  expectClose(estimate?.value, expected.calibration_in_the_large)
  expectClose(estimate?.variance, expected.calibration_in_the_large_variance)
  expectClose(estimate?.low, expected.calibration_in_the_large_interval[0], 1e-8)
  expectClose(estimate?.high, expected.calibration_in_the_large_interval[1], 1e-8)
})
test('observed minus expected agrees with the reference', () => {
  const values = Array.from(label, (positive, row) => observedMinusExpectedValue(positive, probability[row]))
  expectClose(meanInterval(meanSumsOf(values, subject, allRows, 0), 0, false)?.value, expected.observed_minus_expected)
})
test('scores that separate the labels, or labels all alike, have no calibration', () => {
  const apart = Float64Array.of(0.1, 0.2, 0.3, 0.7, 0.8, 0.9)
  const [rows, positive] = [Uint32Array.of(0, 1, 2, 3, 4, 5), Uint8Array.of(0, 0, 0, 1, 1, 1)]
  expect(calibrationSlope(apart, positive, rows, rows)).toBeUndefined()
  expect(calibrationSlope(apart, new Uint8Array(6), rows, rows)).toBeUndefined()
  expect(calibrationIntercept(apart, new Uint8Array(6).fill(1), rows, rows)).toBeUndefined()
  expect(calibrationSlope(new Float64Array(6).fill(0.5), positive, rows, rows)).toBeUndefined()
  expect(calibrationIntercept(apart, positive, new Uint32Array(6), rows)).toBeUndefined() // one subject
})
test('a slope that rests on one subject is undefined', () => {
  const score = Float64Array.of(0.5, 0.5, 0.5, 0.5, 0.3, 0.8)
  const rows = Uint32Array.of(0, 1, 2, 3, 4, 5)
  expect(calibrationSlope(score, Uint8Array.of(0, 1, 0, 1, 1, 0), [0, 1, 2, 3, 4, 4], rows)).toBeUndefined()
})
test('probabilities of 0 and 1 are clamped', () => {
  expect(clampedLogit(0)).toBe(clampedLogit(1e-9))
  expect(clampedLogit(1)).toBeCloseTo(-clampedLogit(0), 6)
})
test('swapping labels and scores turns the intercept and keeps the slope; nothing is ever NaN', () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 99 }), fc.nat(1), fc.nat(12)), { minLength: 12, maxLength: 60 }),
      (unordered) => {
        const rows = unordered.toSorted((one, other) => one[2] - other[2])
        const order = Uint32Array.from(rows.keys())
        const [p, y, s] = [rows.map((row) => row[0] / 100), rows.map((row) => row[1]), rows.map((row) => row[2])]
        const [direct, turned] = [calibrationSlope, calibrationIntercept].map((of) => [
          of(Float64Array.from(p), Uint8Array.from(y), s, order),
          of(
            Float64Array.from(p, (x) => 1 - x),
            Uint8Array.from(y, (x) => 1 - x),
            s,
            order,
          ),
        ])
        for (const estimate of [...direct, ...turned]) {
          if (estimate !== undefined) expect(Object.values(estimate).some(Number.isNaN)).toBe(false)
        }
        if (direct[0] && direct[1]) expectClose(direct[1].value, direct[0].value, 1e-6)
        if (turned[0] && turned[1]) expect(Math.abs(turned[1].value + turned[0].value)).toBeLessThan(1e-8)
      },
    ),
  ))
