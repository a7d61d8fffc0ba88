import type { Interval } from './interval'
import { reach } from './mover-difference'

/**
 * Ratio first / second: MOVER on the logarithms of values and limits (Zou and Donner 2008; statistics.md section 4).
 * @param first of the slice, @param second of the comparator: within [0,1]
 * @param rho their correlation, within [-1,1]
 * @returns 0 or more; low is 0 where the slice's value is 0, and high then its upper limit over the comparator's value,
 * where the formula tends as the value falls to 0; `undefined` where the comparator, or its lower limit, is 0
 */
export function moverRatio(first: Interval, second: Interval, rho: number): Interval | undefined {
  if (second.value <= 0 || second.low <= 0) return undefined
  if (first.value <= 0) return { value: 0, low: 0, high: first.high / second.value }
  const value = first.value / second.value
  const above = (interval: Interval) => Math.log(interval.high / interval.value)
  const below = (interval: Interval) => Math.log(interval.value / interval.low)
  return {
    value,
    low: first.low > 0 ? value * Math.exp(-reach(below(first), above(second), rho)) : 0,
    high: value * Math.exp(reach(above(first), below(second), rho)),
  }
}
