/**
 * What inference on the mean of a real value x_i needs (statistics.md section 2, mean metrics). Values are taken about
 * a `centre` close to the mean, so that the sums of squares do not cancel. n_s rows of subject s, t_s their sum.
 */
export interface MeanSums {
  centre: number
  subjects: number
  /** B = sum n_s, and higher moments of n_s */
  n: number
  n2: number
  n3: number
  n4: number
  /** sum (x_i - centre) */
  total: number
  /** sum (x_i - centre)^2 over rows */
  squares: number
  /** sum t_s^2 and sum t_s n_s over subjects, t_s = sum of (x_i - centre) over the subject's rows */
  total2: number
  totalN: number
}
