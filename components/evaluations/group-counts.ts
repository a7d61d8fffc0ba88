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
    const named = conditions.filter(({ attribute }) => by.includes(attribute))
    const levels = Object.fromEntries(named.map(({ attribute, level }) => [attribute, level]))
    const known = new Map(slices.map((each) => [groupKey(each.slice), countsAbove(each)]))
    for (const [group, own] of known) counts.set(group, { own, others: countsOfOthers(all, own) })
    if (named.length === 0) continue
    for (const { slice } of slices) {
      const [group, reference] = [groupKey(slice), groupKey({ ...slice, ...levels })]
      const own = known.get(group)
      const others = known.get(reference)
      if (own && group === reference) counts.set(group, { own, others: undefined })
      else if (own && others) counts.set(group, { own, others })
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
