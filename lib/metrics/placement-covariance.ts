import type { PlacementCrossSums, PlacementSums } from './placement-sums'

/**
 * C of two AUROCs through the subjects that are in both: the bilinear form of Obuchowski's variance (statistics.md
 * section 4), not shrunk.
 * @param cross sums over the subjects of either slice
 * @returns 0 where no subject is in both
 */
export function placementCovariance(cross: PlacementCrossSums, first: PlacementSums, second: PlacementSums): number {
  const { positiveSubjects, negativeSubjects, subjects } = cross
  if (positiveSubjects < 2 || negativeSubjects < 2) return 0
  const [m1, n1, m2, n2] = [first.positives, first.negatives, second.positives, second.negatives]
  return (
    ((positiveSubjects / (positiveSubjects - 1)) * cross.pp) / (m1 * m2) +
    ((negativeSubjects / (negativeSubjects - 1)) * cross.qq) / (n1 * n2) +
    (subjects / (subjects - 1)) * (cross.pq / (m1 * n2) + cross.qp / (n1 * m2))
  )
}
