import type { ComparedCounts } from '@/components/charts/forest-live'
import { groupKey } from '@/components/charts/linked-group'
import { countsAbove, countsOfOthers } from '@/components/charts/threshold-counts'
import { parseConditions } from '@/lib/slices/level-conditions'
import type { EvaluationCurves } from '@/lib/wire/curves'

/**
 * The counts of each group above each edge, and of everyone else, or of the slice that its family is shown against.
 * @param against levels as in a view
 */
export function groupCounts(curves: EvaluationCurves, against: string | undefined): Map<string, ComparedCounts> {
  const all = countsAbove(curves.overall)
  const counts = new Map<string, ComparedCounts>([['', { own: all, others: undefined }]])
  const conditions = against ? conditionsOf(against) : []
  for (const { by, slices } of curves.families) {
    const levels = by.map((name) => conditions.find(({ attribute }) => attribute === name)?.level)
    const isNamed = levels.every((level) => level !== undefined)
    const reference = isNamed && slices.find(({ slice }) => by.every((name, at) => slice[name] === levels[at]))
    const referenceCounts = reference ? countsAbove(reference) : undefined
    for (const each of slices) {
      const own = countsAbove(each)
      const others = each === reference ? undefined : (referenceCounts ?? countsOfOthers(all, own))
      counts.set(groupKey(each.slice), { own, others })
    }
  }
  return counts
}

/** Levels as in a view; none where they cannot be read: the server says what is wrong. */
export function conditionsOf(text: string) {
  try {
    return parseConditions(text)
  } catch {
    return []
  }
}
