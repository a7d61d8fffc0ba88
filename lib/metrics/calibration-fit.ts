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

/** The parts of `rows` in the likelihood of P(label = 1) = logistic(intercept + slope logit p). */
export function calibrationSlopes(
  probability: Float64Array,
  label: Uint8Array,
  rows: Uint32Array,
  intercept: number,
  slope: number,
): Slopes {
  const sums = { u0: 0, u1: 0, m00: 0, m01: 0, m11: 0 }
  for (const row of rows) {
    const x = clampedLogit(probability[row])
    const fitted = 1 / (1 + Math.exp(-intercept - slope * x))
    const weight = fitted * (1 - fitted)
    const residual = label[row] - fitted
    sums.u0 += residual
    sums.u1 += residual * x
    sums.m00 += weight
    sums.m01 += weight * x
    sums.m11 += weight * x * x
  }
  return sums
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
export function calibrationFit(
  probability: Float64Array,
  label: Uint8Array,
  rows: Uint32Array,
  isSlopeFixed: boolean,
): CalibrationFit | undefined {
  const fit = { intercept: 0, slope: isSlopeFixed ? 1 : 0 }
  let height = logLikelihood(probability, label, rows, fit)
  for (let round = 0; round < 200; round++) {
    const step = newtonStep(calibrationSlopes(probability, label, rows, fit.intercept, fit.slope), isSlopeFixed)
    if (step === undefined) return undefined
    let [share, next, reached] = [1, fit, Number.NEGATIVE_INFINITY]
    for (; share > 1e-6; share /= 2) {
      next = { intercept: fit.intercept + share * step[0], slope: fit.slope + share * step[1] }
      reached = logLikelihood(probability, label, rows, next)
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

function logLikelihood(probability: Float64Array, label: Uint8Array, rows: Uint32Array, fit: CalibrationFit): number {
  let sum = 0
  for (const row of rows) {
    const x = fit.intercept + fit.slope * clampedLogit(probability[row])
    const signed = label[row] === 1 ? -x : x
    sum -= signed > 0 ? signed + Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed))
  }
  return sum
}
