import { z975 } from './constants'
import type { Interval } from './interval'
import { weightedFit } from './weighted-fit'

/** A slice's value drawn towards what the other slices say. */
export interface ShrunkenValue extends Interval {
  /** B_k: the weight of the mean, within [0,1] */
  weightToMean: number
}

/**
 * Shrunken slice values (Morris 1983; statistics.md section 10): B_k = min(1, V/(V+tau^2) (K-3)/(K-1)),
 * theta = mu + (1-B)(Y-mu), theta -+ z sqrt(var), clipped to [0,1]. For intersections mu_k is a weighted fit of main
 * effects (Evans et al. 2018), with K-1 replaced by K less the number of coefficients. Shown beside the raw values.
 * @param values Y within [0,1], one a slice, K @param variances as for `heterogeneity`
 * @param tauSquared from `heterogeneity` with the same design
 * @returns in the order of `values`; `undefined` with fewer than 4 slices, or too few for the design
 */
export function shrunkenValues(
  values: Float64Array,
  variances: Float64Array,
  tauSquared: number,
  design?: Float64Array[],
): ShrunkenValue[] | undefined {
  if (values.length < 4 || variances.some((variance) => !(variance > 0))) return undefined
  const { fitted, variance, coefficients } = weightedFit(
    values,
    variances.map((own) => 1 / (own + tauSquared)),
    design,
  )
  const df = values.length - coefficients
  if (df < 3) return undefined
  return Array.from(values, (value, k) => {
    const weightToMean = Math.min(1, ((variances[k] / (variances[k] + tauSquared)) * (df - 2)) / df)
    const distance = value - fitted[k]
    const spread =
      variances[k] * (1 - weightToMean) +
      weightToMean ** 2 * variance[k] +
      (2 * weightToMean ** 2 * distance ** 2) / (df - 2)
    const centre = fitted[k] + (1 - weightToMean) * distance
    const clip = (x: number) => Math.min(1, Math.max(0, x))
    const half = z975 * Math.sqrt(spread)
    return { value: clip(centre), low: clip(centre - half), high: clip(centre + half), weightToMean }
  })
}
