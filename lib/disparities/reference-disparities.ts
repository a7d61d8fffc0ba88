import type { LevelCondition } from '@/lib/slices/level-conditions'
import type { Disparity, Slice } from '@/lib/wire/metric-frame'
import type { MetricKey } from '@/lib/wire/metric-key'
import { type ArmPair, armDifference } from './arm-difference'
import { type DisaggregatedFamily, disaggregate, type PreparedEvaluation } from './disaggregate'
import { untested, withoutValue } from './family-disparities'
import { twoArms } from './slice-family'

/**
 * The slice that a slice of a family is shown against: its own with the named attributes at the named levels, so that
 * women of 70 and over stand against men of 70 and over where `M` is named; undefined where none of its attributes is.
 */
export function referenceSlice(own: Slice, against: readonly LevelCondition[]): Slice | undefined {
  const named = against.filter(({ attribute }) => attribute in own)
  if (named.length === 0) return undefined
  return { ...own, ...Object.fromEntries(named.map(({ attribute, level }) => [attribute, level])) }
}

/** Whether some slices of a family are shown against others of it. */
export function hasReference(by: readonly string[], against: readonly LevelCondition[]): boolean {
  return against.some(({ attribute }) => by.includes(attribute))
}

/**
 * Differences of every first-tier metric between each slice of a family and its reference (statistics.md section 4).
 * They are shown, not tested: findings stay those against everyone else. Where subjects have rows in both slices, the
 * sums of the two are made anew for their covariance; estimates are those of the family.
 * @returns `undefined` where no row has the levels of the reference; none for a slice that is its own reference
 */
export function referenceDisparities(
  evaluation: PreparedEvaluation,
  { family, pairs }: DisaggregatedFamily,
  against: readonly LevelCondition[],
): Disparity[] {
  return family.slices.flatMap((own, slice) => {
    const reference = referenceSlice(own as Slice, against)
    if (!reference) return []
    const at = family.slices.findIndex((other) => family.by.every((name) => other[name] === reference[name]))
    if (slice === at) return []
    const pair = at < 0 ? undefined : pairOf(evaluation, { family, pairs }, slice, at)
    return (Object.keys(pairs[slice].sliceEstimates) as MetricKey[]).map((metric): Disparity => {
      const known = { ...untested, metric, kind: 'difference' as const, slice: own as Slice, comparator: reference }
      const difference = pair ? armDifference(pair, metric) : ({ status: 'undefined' } as const)
      if (difference.status !== 'estimated') return withoutValue(known, difference.status)
      const { value, low, high } = difference
      return { ...known, status: 'estimated', value, low, high }
    })
  })
}

function pairOf(
  evaluation: PreparedEvaluation,
  { family, pairs }: Pick<DisaggregatedFamily, 'family' | 'pairs'>,
  slice: number,
  reference: number,
): ArmPair {
  const arms = {
    slice: pairs[slice].slice,
    sliceEstimates: pairs[slice].sliceEstimates,
    comparator: pairs[reference].slice,
    comparatorEstimates: pairs[reference].sliceEstimates,
  }
  // who has all rows in one of two slices has none in both
  if (pairs[slice].isApart || pairs[reference].isApart) return { ...arms, cross: pairs[slice].cross, isApart: true }
  const both = twoArms(
    family,
    (own) => own === slice,
    (own) => own === reference,
  )
  const [
    {
      pairs: [{ cross, isApart }],
    },
  ] = disaggregate(evaluation, [both])
  return { ...arms, cross, isApart }
}
