import type { Interval } from './interval'

/**
 * Difference first - second from two intervals and their correlation, "MOVER" (Zou and Donner 2008; statistics.md
 * section 4). With Wilson intervals and rho = 0 it is Newcombe's (1998) interval.
 * @param rho within [-1,1]; 0 where no subject is in both
 */
export function moverDifference(first: Interval, second: Interval, rho: number): Interval {
  const value = first.value - second.value
  return {
    value,
    low: value - reach(first.value - first.low, second.high - second.value, rho),
    high: value + reach(first.high - first.value, second.value - second.low, rho),
  }
}

/** How far a limit of the difference lies from it, given how far those of the two terms do; 0 or more. */
export function reach(first: number, second: number, rho: number): number {
  return Math.sqrt(Math.max(0, first * first - 2 * rho * first * second + second * second))
}
