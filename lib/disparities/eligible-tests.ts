import type { Mirror, PermutationPlan, PermutationTest } from './permutation-plan'
import type { SliceFamily } from './slice-family'
import { type TestedMetric, testedMetrics } from './tested-metric'

/** The families with exactly two slices that have labelled rows: one test serves both. */
export function mirrorsOf(plan: PermutationPlan, families: readonly SliceFamily[]): (Mirror | undefined)[] {
  const isUsed = new Uint8Array(plan.familyStart.at(-1)!)
  for (const cell of plan.cellOfSubject) {
    for (let f = 0; f < families.length; f++) isUsed[plan.slicesOfCell[cell * families.length + f]] = 1
  }
  return families.map((family, f) => {
    const [of, slice, third] = [...family.slices.keys()].filter((own) => isUsed[plan.familyStart[f] + own])
    return slice !== undefined && third === undefined ? { slice, of } : undefined
  })
}

/** Metrics that vary at all: where every row is found, or none, there is nothing to test. */
function varyingMetrics(plan: PermutationPlan, isDecided: boolean): TestedMetric[] {
  const sum = (column: Float64Array) => column.reduce((total, x) => total + x, 0)
  const [m, n] = [sum(plan.positives), sum(plan.negatives)]
  const varies = (part: number, whole: number) => part > 0 && part < whole
  return testedMetrics.filter((metric) => {
    if (metric === 'auroc') return varies(sum(plan.wins), m * n)
    return isDecided && (metric === 'tpr' ? varies(sum(plan.truePositives), m) : varies(sum(plan.falsePositives), n))
  })
}

/** Slices with 10 rows and 5 subjects of each class that a metric uses, here and in the complement. */
export function eligibleTests(
  plan: PermutationPlan,
  families: readonly SliceFamily[],
  isDecided: boolean,
): PermutationTest[] {
  const metrics = varyingMetrics(plan, isDecided)
  const columns = plan.familyStart.at(-1)!
  const width = 4 // positive rows, positive subjects, negative rows, negative subjects
  const size = new Float64Array(columns * width)
  const all = new Float64Array(width)
  plan.cellOfSubject.forEach((cell, s) => {
    const [m, n] = [plan.positives[s], plan.negatives[s]]
    const own = [m, m > 0 ? 1 : 0, n, n > 0 ? 1 : 0]
    for (let i = 0; i < width; i++) {
      all[i] += own[i]
      for (let f = 0; f < families.length; f++)
        size[plan.slicesOfCell[cell * families.length + f] * width + i] += own[i]
    }
  })
  const isEnough = (column: number, at: number) => {
    const rows = size[column * width + at]
    const subjects = size[column * width + at + 1]
    return rows >= 10 && all[at] - rows >= 10 && subjects >= 5 && all[at + 1] - subjects >= 5
  }
  return families.flatMap((family, f) =>
    family.slices.flatMap((_, slice) => {
      if (plan.mirrors[f]?.slice === slice) return []
      const column = plan.familyStart[f] + slice
      return metrics.flatMap((metric): PermutationTest[] => {
        const isEligible = (metric === 'fpr' || isEnough(column, 0)) && (metric === 'tpr' || isEnough(column, 2))
        return isEligible ? [{ family: f, slice, column, metric }] : []
      })
    }),
  )
}
