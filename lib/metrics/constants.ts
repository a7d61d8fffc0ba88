/** The normal quantile of .975, as statistics.md states it. */
export const z975 = 1.959963984540054

/** K0: the weight of the variance that the pool's ICC predicts, in subjects (statistics.md section 1). */
export const shrinkage = 10

/** What is added to nu to give the degrees of freedom (statistics.md section 1). */
export const extraDegrees = 5
