import { type AdjustedDifference, jackknifeInterval, leastShare } from './adjusted-interval'
import type { StratumPairSums } from './stratum-pair-sums'

/**
 * Difference slice - comparator of AUROCs over pairs within strata, weights by positives m1k m2k/(m1k+m2k), with a
 * delete-one-subject jackknife (statistics.md section 4). `share` is that of the positives in strata where both arms
 * have both classes. O(entries).
 */
export function adjustedAurocDifference(sums: StratumPairSums, strata: number): AdjustedDifference {
  // positives, negatives and pairs won, of the slice and of the comparator, of each stratum
  const table = new Float64Array(6 * strata)
  const add = (at: number) => {
    const cell = 6 * sums.stratum[at] + 3 * sums.arm[at]
    table[cell] += sums.positives[at]
    table[cell + 1] += sums.negatives[at]
    table[cell + 2] += sums.positiveWins[at]
  }
  const leave = (at: number, sign: number) => {
    const cell = 6 * sums.stratum[at] + 3 * sums.arm[at]
    table[cell] -= sign * sums.positives[at]
    table[cell + 1] -= sign * sums.negatives[at]
    table[cell + 2] -= sign * (sums.positiveWins[at] + sums.negativeWins[at] - sums.ownWins[at])
  }
  for (let at = 0; at < sums.subject.length; at++) add(at)
  const total = { weight: 0, weighted: 0, shared: 0 }
  for (let stratum = 0; stratum < strata; stratum++) addStratum(table, stratum, 1, total)
  const positives = sums.positives.reduce((sum, count) => sum + count, 0)
  const share = positives > 0 ? total.shared / positives : 0
  if (share < leastShare || total.weight <= 0) return { share, estimate: undefined }

  const value = total.weighted / total.weight
  const arms: number[][] = [[], []]
  let [leftOut, subjects] = [0, 0]
  for (let start = 0, end = 0; start < sums.subject.length; start = end) {
    while (end < sums.subject.length && sums.subject[end] === sums.subject[start]) end++
    const own = [0, 0]
    for (let at = start; at < end; at++) own[sums.arm[at]] += sums.positives[at]
    subjects++
    for (const arm of [0, 1]) if (own[arm] > 0) arms[arm].push(own[arm])
    const touched = new Set(sums.stratum.subarray(start, end))
    const without = { ...total }
    for (const stratum of touched) addStratum(table, stratum, -1, without)
    for (let at = start; at < end; at++) leave(at, 1)
    for (const stratum of touched) addStratum(table, stratum, 1, without)
    for (let at = start; at < end; at++) leave(at, -1)
    if (without.shared < 0.5) return { share, estimate: undefined }
    leftOut += (without.weighted / without.weight - value) ** 2
  }
  return { share, estimate: jackknifeInterval(value, leftOut, subjects, arms) }
}

/** Adds (or, sign -1, takes away) a stratum where both arms have both classes. */
function addStratum(
  table: Float64Array,
  stratum: number,
  sign: number,
  total: { weight: number; weighted: number; shared: number },
): void {
  const [m1, n1, w1, m2, n2, w2] = table.subarray(6 * stratum, 6 * stratum + 6)
  if (Math.min(m1, n1, m2, n2) < 0.5) return
  const weight = (m1 * m2) / (m1 + m2)
  total.weight += sign * weight
  total.weighted += sign * weight * (w1 / (m1 * n1) - w2 / (m2 * n2))
  total.shared += sign * (m1 + m2)
}
