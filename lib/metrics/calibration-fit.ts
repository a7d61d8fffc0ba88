/** One evaluation of a logistic model at given coefficients: score vector and information, 2 and 3 numbers. */
interface Slopes {
  u0: number
  u1: number
  m00: number
  m01: number
  m11: number
}

/** logit p of a probability clamped to [1e-7, 1-1e-7] (statistics.md section 6). */
export function clampedLogit(probability: number): number {
  const clamped = Math.min(1 - 1e-7, Math.max(1e-7, probability))
  return Math.log(clamped / (1 - clamped))
}

/** Rows of a slice, as close-packed columns: logit p and label. */
export interface LogitRows {
  logit: Float64Array
  label: Uint8Array
}

/** Packs a slice, so that the passes of a fit read memory in order and take each logarithm once. */
export function logitRows(probability: Float64Array, label: Uint8Array, rows: Uint32Array): LogitRows {
  return {
    logit: Float64Array.from(rows, (row) => clampedLogit(probability[row])),
    label: Uint8Array.from(rows, (row) => label[row]),
  }
}

/** What the rows from `start` to before `end` add to the likelihood of P(label = 1) = logistic(intercept + slope logit p). */
export function calibrationSlopes(
  { logit, label }: LogitRows,
  fit: CalibrationFit,
  start = 0,
  end = logit.length,
): Slopes {
  let [u0, u1, m00, m01, m11] = [0, 0, 0, 0, 0]
  for (let row = start; row < end; row++) {
    const x = logit[row]
    const fitted = 1 / (1 + Math.exp(-fit.intercept - fit.slope * x))
    const weight = fitted * (1 - fitted)
    const residual = label[row] - fitted
    u0 += residual
    u1 += residual * x
    m00 += weight
    m01 += weight * x
    m11 += weight * x * x
  }
  return { u0, u1, m00, m01, m11 }
}

/** The coefficients of a fit. */
export interface CalibrationFit {
  intercept: number
  slope: number
}

/**
 * Maximum likelihood by Newton's method, to 1e-10; a step that lowers the likelihood is halved.
 * @param isSlopeFixed true: slope 1, an offset, so that the intercept is the calibration in the large
 * @returns `undefined` where it does not converge or a coefficient exceeds 40: the scores separate the labels
 */
export function calibrationFit(rows: LogitRows, isSlopeFixed: boolean): CalibrationFit | undefined {
  // from perfect calibration: most models are nearer to it than to a constant
  const fit = { intercept: 0, slope: 1 }
  let height = logLikelihood(rows, fit)
  for (let round = 0; round < 200; round++) {
    const step = newtonStep(calibrationSlopes(rows, fit), isSlopeFixed)
    if (step === undefined) return undefined
    let [share, next, reached] = [1, fit, Number.NEGATIVE_INFINITY]
    for (; share > 1e-6; share /= 2) {
      next = { intercept: fit.intercept + share * step[0], slope: fit.slope + share * step[1] }
      reached = logLikelihood(rows, next)
      if (reached >= height - 1e-9 * Math.abs(height)) break
    }
    Object.assign(fit, next)
    height = reached
    if (Math.abs(fit.intercept) > 40 || Math.abs(fit.slope) > 40) return undefined
    if (Math.max(Math.abs(step[0]), Math.abs(step[1])) < 1e-10) return fit
  }
  return undefined
}

function newtonStep({ u0, u1, m00, m01, m11 }: Slopes, isSlopeFixed: boolean): [number, number] | undefined {
  if (isSlopeFixed) return m00 > 1e-10 ? [u0 / m00, 0] : undefined
  const determinant = m00 * m11 - m01 * m01
  if (!(determinant > 1e-12 * m00 * m11)) return undefined
  return [(m11 * u0 - m01 * u1) / determinant, (m00 * u1 - m01 * u0) / determinant]
}

function logLikelihood({ logit, label }: LogitRows, fit: CalibrationFit): number {
  let sum = 0
  for (let row = 0; row < logit.length; row++) {
    const x = fit.intercept + fit.slope * logit[row]
    const signed = label[row] === 1 ? -x : x
    sum -= Math.max(0, signed) + Math.log1p(Math.exp(-Math.abs(signed)))
  }
  return sum
}
