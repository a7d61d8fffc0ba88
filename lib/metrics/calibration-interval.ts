import { calibrationFit, calibrationSlopes, type LogitRows, logitRows } from './calibration-fit'
import { extraDegrees } from './constants'
import { effectiveNumber } from './effective-number'
import type { Estimate } from './interval'
import { studentQuantile } from './student-quantile'

/**
 * The calibration slope: that of a logistic model of the label on logit p with a free intercept (Cox 1958; statistics.md
 * section 6). 1 is ideal, below 1 the scores are too extreme.
 * @param probability within [0,1], one a row @param label 0 or 1 a row @param subject a number a row
 * @param rows the rows of the slice, the rows of a subject together
 * @param packed what `logitRows` makes of them, where both calibrations are asked for
 * @returns `undefined` with fewer than two subjects, or where the scores separate the labels, of all subjects or with
 * one of them left out
 */
export function calibrationSlope(
  probability: Float64Array,
  label: Uint8Array,
  subject: ArrayLike<number>,
  rows: Uint32Array,
  packed = logitRows(probability, label, rows),
): Estimate | undefined {
  return calibrationInterval(packed, subject, rows, false)
}

/**
 * Calibration in the large: the intercept of a logistic model with offset logit p (statistics.md section 6). 0 is ideal,
 * above 0 the scores are too low. Arguments and answer as for `calibrationSlope`.
 */
export function calibrationIntercept(
  probability: Float64Array,
  label: Uint8Array,
  subject: ArrayLike<number>,
  rows: Uint32Array,
  packed = logitRows(probability, label, rows),
): Estimate | undefined {
  return calibrationInterval(packed, subject, rows, true)
}

function calibrationInterval(
  packed: LogitRows,
  subject: ArrayLike<number>,
  rows: Uint32Array,
  isSlopeFixed: boolean,
): Estimate | undefined {
  const fit = calibrationFit(packed, isSlopeFixed)
  if (fit === undefined) return undefined
  const all = calibrationSlopes(packed, fit)
  const counts = { subjects: 0, sum: 0, sum2: 0, sum3: 0, sum4: 0 }
  let squares = 0 // of g_s, the effect of leaving subject s out: CR3 (MacKinnon, Nielsen and Webb 2023)
  for (let start = 0, end = 0; start < rows.length; start = end) {
    while (end < rows.length && subject[rows[end]] === subject[rows[start]]) end++
    counts.subjects++
    counts.sum += end - start
    counts.sum2 += (end - start) ** 2
    const own = calibrationSlopes(packed, fit, start, end)
    const [m00, m01, m11] = [all.m00 - own.m00, all.m01 - own.m01, all.m11 - own.m11]
    const determinant = isSlopeFixed ? m00 : m00 * m11 - m01 * m01
    if (!(determinant > 1e-10 * (isSlopeFixed ? all.m00 : all.m00 * all.m11))) return undefined
    const effect = (isSlopeFixed ? own.u0 : m00 * own.u1 - m01 * own.u0) / determinant
    squares += effect ** 2
  }
  if (counts.subjects < 2) return undefined
  const variance = ((counts.subjects - 1) / counts.subjects) * squares
  const nu = effectiveNumber(counts, 0)
  const df = nu + extraDegrees
  const reach = studentQuantile(0.975, df) * Math.sqrt(variance)
  const value = isSlopeFixed ? fit.intercept : fit.slope
  return {
    value,
    low: value - reach,
    high: value + reach,
    nEff: null,
    df,
    method: 'logistic-cr3',
    variance,
    nu,
    designEffect: 1,
  }
}
