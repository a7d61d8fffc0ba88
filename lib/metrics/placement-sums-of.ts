import { auroc } from './auroc'
import type { PlacementCrossSums, PlacementSums } from './placement-sums'

/** P_s, Q_s, m_s and n_s of one subject. */
export interface SubjectPlacement {
  p: number
  q: number
  positives: number
  negatives: number
}

/** The sums of a slice, and each subject's part of them by subject number. */
export interface Placements {
  sums: PlacementSums
  bySubject: Map<number, SubjectPlacement>
}

/**
 * The sums that inference on an AUROC needs, told plainly; for tests and small slices.
 * @param score finite, one a row @param label 0 or 1 a row @param subject a number a row
 * @param rows the rows of the slice by ascending score
 * @returns `undefined` without a positive or without a negative row
 */
export function placementSumsOf(
  score: Float64Array,
  label: Uint8Array,
  subject: ArrayLike<number>,
  rows: Uint32Array,
): Placements | undefined {
  const area = auroc(score, label, rows)
  if (area === undefined) return undefined
  const positives = rows.reduce((sum, row) => sum + label[row], 0)
  const placement = rowPlacements(score, label, rows, positives)
  const bySubject = new Map<number, SubjectPlacement>()
  let [v10Squares, v01Squares] = [0, 0]
  for (const row of rows.slice().sort()) {
    const own = bySubject.get(subject[row]) ?? { p: 0, q: 0, positives: 0, negatives: 0 }
    const deviation = placement[row] - area
    own.p += label[row] === 1 ? deviation : 0
    own.q += label[row] === 1 ? 0 : deviation
    own.positives += label[row]
    own.negatives += 1 - label[row]
    v10Squares += label[row] === 1 ? deviation ** 2 : 0
    v01Squares += label[row] === 1 ? 0 : deviation ** 2
    bySubject.set(subject[row], own)
  }
  const rest = { positives, negatives: rows.length - positives, auroc: area, v10Squares, v01Squares }
  return { sums: { ...momentsOf(bySubject), ...rest }, bySubject }
}

/** V10 of positives, V01 of negatives, by row number. */
function rowPlacements(score: Float64Array, label: Uint8Array, rows: Uint32Array, positives: number): Float64Array {
  const placement = new Float64Array(score.length)
  const negatives = rows.length - positives
  let [positivesBelow, negativesBelow] = [0, 0]
  for (let start = 0, end = 0; start < rows.length; start = end) {
    let tied = 0
    while (end < rows.length && score[rows[end]] === score[rows[start]]) tied += label[rows[end++]]
    const tiedNegatives = end - start - tied
    const v10 = (negativesBelow + tiedNegatives / 2) / negatives
    const v01 = (positives - positivesBelow - tied / 2) / positives
    for (let at = start; at < end; at++) placement[rows[at]] = label[rows[at]] === 1 ? v10 : v01
    positivesBelow += tied
    negativesBelow += tiedNegatives
  }
  return placement
}

function momentsOf(bySubject: Map<number, SubjectPlacement>) {
  const sums = { positiveSubjects: 0, negativeSubjects: 0, subjects: bySubject.size, p2: 0, q2: 0, pq: 0 }
  const moments = { m2: 0, m3: 0, m4: 0, n2: 0, n3: 0, n4: 0, mn: 0 }
  for (const { p, q, positives, negatives } of bySubject.values()) {
    sums.positiveSubjects += positives > 0 ? 1 : 0
    sums.negativeSubjects += negatives > 0 ? 1 : 0
    sums.p2 += p * p
    sums.q2 += q * q
    sums.pq += p * q
    moments.m2 += positives ** 2
    moments.m3 += positives ** 3
    moments.m4 += positives ** 4
    moments.n2 += negatives ** 2
    moments.n3 += negatives ** 3
    moments.n4 += negatives ** 4
    moments.mn += positives * negatives
  }
  return { ...sums, ...moments }
}

/** The products over the subjects of two slices. */
export function placementCrossSumsOf(first: Placements, second: Placements): PlacementCrossSums {
  const cross = { positiveSubjects: 0, negativeSubjects: 0, subjects: 0, pp: 0, qq: 0, pq: 0, qp: 0 }
  const none = { p: 0, q: 0, positives: 0, negatives: 0 }
  for (const subject of new Set([...first.bySubject.keys(), ...second.bySubject.keys()])) {
    const one = first.bySubject.get(subject) ?? none
    const other = second.bySubject.get(subject) ?? none
    cross.subjects++
    cross.positiveSubjects += one.positives + other.positives > 0 ? 1 : 0
    cross.negativeSubjects += one.negatives + other.negatives > 0 ? 1 : 0
    cross.pp += one.p * other.p
    cross.qq += one.q * other.q
    cross.pq += one.p * other.q
    cross.qp += one.q * other.p
  }
  return cross
}
