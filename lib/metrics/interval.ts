/** A number with the limits of its 95% interval; `low <= value <= high`, all finite. */
export interface Interval {
  value: number
  low: number
  high: number
}

/** An interval and how it came about. */
export interface Estimate extends Interval {
  /** B/D rows of a ratio metric; null for other metrics */
  nEff: number | null
  /** degrees of freedom of the t quantile, may be fractional; null where z is used */
  df: number | null
  /** which formula gave the limits, e.g. `wilson-clustered` */
  method: string
  /** the unshrunk, linearised variance of the value: 0 where all rows agree */
  variance: number
  /** effective number of subjects less one (statistics.md section 1), at least 1 */
  nu: number
  /** D: how many times wider the variance is taken than that of independent rows; 1 for single rows */
  designEffect: number
}
