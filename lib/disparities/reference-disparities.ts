import type { LevelCondition } from '@/lib/slices/level-conditions'
import type { Disparity, Slice } from '@/lib/wire/metric-frame'
import type { MetricKey } from '@/lib/wire/metric-key'
import { type ArmPair, armDifference } from './arm-difference'
import { type DisaggregatedFamily, disaggregate, type PreparedEvaluation } from './disaggregate'
import { untested, withoutValue } from './family-disparities'
import { twoArms } from './slice-family'

/** The slice of a family that others are shown against; undefined where one of its attributes is not named. */
export function referenceSlice(by: readonly string[], against: readonly LevelCondition[]): Slice | undefined {
  const levels = by.map((name) => against.find(({ attribute }) => attribute === name)?.level)
  if (levels.length === 0 || levels.includes(undefined)) return undefined
  return Object.fromEntries(by.map((name, at) => [name, levels[at]!]))
}

/**
 * Differences of every first-tier metric between each slice of a family and one of its slices (statistics.md section 4).
 * They are shown, not tested: findings stay those against everyone else. Where subjects have rows in both slices, the
 * sums of the two are made anew for their covariance; estimates are those of the family.
 * @returns all `undefined` where no row has the levels of the reference
 */
export function referenceDisparities(
  evaluation: PreparedEvaluation,
  { family, pairs }: DisaggregatedFamily,
  reference: Slice,
): Disparity[] {
  const at = family.slices.findIndex((slice) => family.by.every((name) => slice[name] === reference[name]))
  return family.slices.flatMap((own, slice) => {
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
