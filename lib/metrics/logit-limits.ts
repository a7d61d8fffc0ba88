/**
 * Limits of a number within (0,1), symmetric on the logit scale: logit m -+ t sd / (m(1-m)).
 * @param value m, within (0,1)
 * @param reach t times the standard deviation of m
 */
export function logitLimits(value: number, reach: number): { low: number; high: number } {
  if (reach <= 0) return { low: value, high: value }
  const logit = Math.log(value / (1 - value))
  const half = reach / (value * (1 - value))
  return { low: 1 / (1 + Math.exp(half - logit)), high: 1 / (1 + Math.exp(-half - logit)) }
}
