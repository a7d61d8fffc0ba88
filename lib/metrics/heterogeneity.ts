import { chiSquareQuantile } from './chi-square-quantile'
import { chiSquareTail } from './chi-square-tail'
import { weightedFit } from './weighted-fit'

/** How far slices spread beyond chance. */
export interface Heterogeneity {
  /** tau^2 and its 95% limits, each 0 or more; tau is their root */
  tauSquared: number
  low: number
  high: number
  /** Cochran's Q at tau = 0 and its p, within [0,1] */
  q: number
  p: number
}

/**
 * Spread between slices beyond chance: Q(t) = sum (Y-mu)^2/(V+t), tau^2 the root of Q = K-1 by bisection (Paule and
 * Mandel 1982), limits where Q meets the chi-square quantiles (Viechtbauer 2007); statistics.md section 10.
 * @param values Y, one a slice, K
 * @param variances V under the null: m0(1-m0)/n_eff, for AUROC the null V*; K, above 0
 * @param design columns of main effects, for intersections; an intercept alone by default
 * @returns `undefined` with fewer than 3 slices, no degrees of freedom, or a variance of 0
 */
export function heterogeneity(
  values: Float64Array,
  variances: Float64Array,
  design?: Float64Array[],
): Heterogeneity | undefined {
  if (values.length < 3 || variances.some((variance) => !(variance > 0))) return undefined
  const spread = (tauSquared: number) => {
    const weights = variances.map((variance) => 1 / (variance + tauSquared))
    const fit = weightedFit(values, weights, design)
    const q = values.reduce((sum, value, k) => sum + weights[k] * (value - fit.fitted[k]) ** 2, 0)
    return { q, df: values.length - fit.coefficients }
  }
  const { q, df } = spread(0)
  if (df < 1) return undefined
  const solve = (target: number) => fallingRoot((tauSquared) => spread(tauSquared).q - target)
  return {
    tauSquared: solve(df),
    low: solve(chiSquareQuantile(0.975, df)),
    high: solve(chiSquareQuantile(0.025, df)),
    q,
    p: chiSquareTail(q, df),
  }
}

/** Where a falling function meets 0, by bisection to the last digit; 0 where it starts at or below it. */
function fallingRoot(height: (x: number) => number): number {
  if (height(0) <= 0) return 0
  let [below, above] = [0, 1e-6]
  while (height(above) > 0) above *= 2
  for (let round = 0; round < 200 && above - below > 1e-15 * above; round++) {
    const middle = (below + above) / 2
    if (height(middle) > 0) below = middle
    else above = middle
  }
  return (below + above) / 2
}
