/**
 * rho of two estimates from their unshrunk variances (statistics.md section 4).
 * @returns within [-1,1]; 0 where a variance is 0
 */
export function correlation(covariance: number, variance1: number, variance2: number): number {
  const scale = Math.sqrt(variance1 * variance2)
  return scale > 0 ? Math.min(1, Math.max(-1, covariance / scale)) : 0
}
