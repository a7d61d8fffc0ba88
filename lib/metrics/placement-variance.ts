import type { PlacementSums } from './placement-sums'

/**
 * Obuchowski's (1997) variance of an AUROC with subjects as clusters, not shrunk; DeLong's to the last digit where
 * every subject has one row (statistics.md section 3).
 * @returns 0 or more; `undefined` with fewer than two subjects of either class
 */
export function placementVariance(sums: PlacementSums): number | undefined {
  const { positives: m, negatives: n, positiveSubjects, negativeSubjects, subjects } = sums
  if (positiveSubjects < 2 || negativeSubjects < 2) return undefined
  const variance =
    ((positiveSubjects / (positiveSubjects - 1)) * sums.p2) / m ** 2 +
    ((negativeSubjects / (negativeSubjects - 1)) * sums.q2) / n ** 2 +
    (2 * (subjects / (subjects - 1)) * sums.pq) / (m * n)
  return Math.max(0, variance)
}
