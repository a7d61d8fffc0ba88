/**
 * Method 5 of Newcombe (2006) for an AUROC: the theta that solve |theta - A| = t sqrt(D h(theta)/(m n)),
 * h(x) = x(1-x)[1 + N((1-x)/(2-x) + x/(1+x))], N = (m+n)/2 - 1; by bisection to 1e-12.
 * @param area A, within [0,1] @param m positives @param n negatives
 * @param t quantile @param designEffect D, at least 1
 * @returns limits within [0,1]; low is exactly 0 where A is 0, high exactly 1 where A is 1
 */
export function newcombeAurocLimits(
  area: number,
  m: number,
  n: number,
  t: number,
  designEffect: number,
): { low: number; high: number } {
  const weight = (m + n) / 2 - 1
  const spread = (x: number) => x * (1 - x) * (1 + weight * ((1 - x) / (2 - x) + x / (1 + x)))
  const isBeyond = (theta: number) => Math.abs(theta - area) > t * Math.sqrt((designEffect * spread(theta)) / (m * n))
  return {
    low: area === 0 ? 0 : edge(isBeyond, 0, area),
    high: area === 1 ? 1 : edge(isBeyond, 1, area),
  }
}

/** Where, between a number that is beyond and one that is not, the edge lies. */
function edge(isBeyond: (theta: number) => boolean, beyond: number, within: number): number {
  let [outside, inside] = [beyond, within]
  while (Math.abs(outside - inside) > 1e-13) {
    const middle = (outside + inside) / 2
    if (isBeyond(middle)) outside = middle
    else inside = middle
  }
  return (outside + inside) / 2
}
