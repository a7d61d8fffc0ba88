/**
 * What inference on a ratio metric A/B needs of the subjects of a slice (statistics.md sections 1 and 2). n_s is the
 * number of a subject's rows in the denominator, a_s the number of those in the numerator. All are whole numbers, so
 * they are exact and independent of order.
 */
export interface RatioSums {
  /** S: subjects with n_s > 0 */
  subjects: number
  /** B = sum n_s */
  n: number
  /** A = sum a_s */
  events: number
  /** sum n_s^2, sum n_s^3, sum n_s^4 */
  n2: number
  n3: number
  n4: number
  /** sum a_s^2 and sum a_s n_s */
  events2: number
  eventsN: number
}

/** Sums over the subjects that have rows in either of two slices; zero for subjects that are in one only. */
export interface RatioCrossSums {
  /** subjects with rows in the denominator of either slice */
  subjects: number
  /** sum a1_s a2_s, sum a1_s n2_s, sum n1_s a2_s, sum n1_s n2_s */
  aa: number
  an: number
  na: number
  nn: number
}
