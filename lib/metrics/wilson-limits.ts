/**
 * Wilson's score limits of a proportion (Wilson 1927; statistics.md section 2.4).
 * @param proportion m, within [0,1]
 * @param n rows, or effective rows: above 0, may be fractional
 * @param t quantile: z for independent rows, else Student's
 * @returns limits within [0,1]; low is exactly 0 where m is 0, high exactly 1 where m is 1
 */
export function wilsonLimits(proportion: number, n: number, t: number): { low: number; high: number } {
  const square = (t * t) / n
  const centre = (proportion + square / 2) / (1 + square)
  const spread = (proportion * (1 - proportion)) / n + square / (4 * n)
  const half = (t / (1 + square)) * Math.sqrt(spread)
  return {
    low: proportion === 0 ? 0 : Math.max(0, centre - half),
    high: proportion === 1 ? 1 : Math.min(1, centre + half),
  }
}
