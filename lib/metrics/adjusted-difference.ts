import { type AdjustedDifference, jackknifeInterval, leastShare } from './adjusted-interval'

/** Sums by (subject, stratum, arm), as parallel arrays; entries of a subject stand together. */
export interface StratumSums {
  subject: Uint32Array
  /** 0 … strata-1 */
  stratum: Uint32Array
  /** 0: the slice, 1: its comparator */
  arm: Uint8Array
  /** b and a: rows in the denominator and in the numerator */
  denominator: Float64Array
  numerator: Float64Array
}

/**
 * Mantel-Haenszel difference slice - comparator over strata of a case-mix variable, w_k = B1k B2k/(B1k+B2k), with a
 * delete-one-subject jackknife (statistics.md section 4). O(entries): a subject's leave-out alters its own strata only.
 * @param sums entries without rows in the denominator are skipped
 */
export function adjustedDifference(sums: StratumSums, strata: number): AdjustedDifference {
  // b1, a1, b2, a2 of each stratum
  const table = new Float64Array(4 * strata)
  const each = (start: number, end: number, sign: number) => {
    for (let at = start; at < end; at++) {
      const cell = 4 * sums.stratum[at] + 2 * sums.arm[at]
      table[cell] += sign * sums.denominator[at]
      table[cell + 1] += sign * sums.numerator[at]
    }
  }
  each(0, sums.subject.length, 1)
  const [total, rows] = [{ weight: 0, weighted: 0, shared: 0 }, { all: 0 }]
  for (let stratum = 0; stratum < strata; stratum++) {
    addStratum(table, stratum, 1, total)
    rows.all += table[4 * stratum] + table[4 * stratum + 2]
  }
  const share = rows.all > 0 ? total.shared / rows.all : 0
  if (share < leastShare || total.weight <= 0) return { share, estimate: undefined }

  const value = total.weighted / total.weight
  const arms: number[][] = [[], []]
  let [leftOut, subjects] = [0, 0]
  for (let start = 0, end = 0; start < sums.subject.length; start = end) {
    while (end < sums.subject.length && sums.subject[end] === sums.subject[start]) end++
    const own = [0, 0]
    for (let at = start; at < end; at++) own[sums.arm[at]] += sums.denominator[at]
    if (own[0] + own[1] === 0) continue
    subjects++
    for (const arm of [0, 1]) if (own[arm] > 0) arms[arm].push(own[arm])
    const touched = new Set(sums.stratum.subarray(start, end))
    const without = { ...total }
    for (const stratum of touched) addStratum(table, stratum, -1, without)
    each(start, end, -1)
    for (const stratum of touched) addStratum(table, stratum, 1, without)
    each(start, end, 1)
    if (without.shared < 0.5) return { share, estimate: undefined }
    leftOut += (without.weighted / without.weight - value) ** 2
  }
  return { share, estimate: jackknifeInterval(value, leftOut, subjects, arms) }
}

/** Adds (or, sign -1, takes away) a stratum where both arms have rows. */
function addStratum(
  table: Float64Array,
  stratum: number,
  sign: number,
  total: { weight: number; weighted: number; shared: number },
): void {
  const [b1, a1, b2, a2] = table.subarray(4 * stratum, 4 * stratum + 4)
  if (b1 < 0.5 || b2 < 0.5) return
  const weight = (b1 * b2) / (b1 + b2)
  total.weight += sign * weight
  total.weighted += sign * weight * (a1 / b1 - a2 / b2)
  total.shared += sign * (b1 + b2)
}
