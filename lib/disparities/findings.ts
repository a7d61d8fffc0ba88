import { aurocTippingPoint, fprTippingPoint, tprTippingPoint } from '@/lib/metrics/label-error-tipping-point'
import { unknownLevel } from '@/lib/slices/cell-table'
import type { Disparity, Finding, Slice } from '@/lib/wire/metric-frame'
import { adjustedGap } from './adjusted-gap'
import { type ArmPair, armDifference } from './arm-difference'
import type { Audit } from './audit'
import { disaggregate } from './disaggregate'
import { harmOf, subjectsOf } from './family-disparities'
import { findingText } from './finding-text'
import { twoArms } from './slice-family'
import type { SliceTest } from './slice-test'
import type { TestedMetric } from './tested-metric'

/** A tested disparity that is a gap, and the test that made it one. */
export interface Gap {
  test: SliceTest
  pair: ArmPair
  disparity: Extract<Disparity, { status: 'estimated' }>
}

/** A finding, and what was computed for it: the gap with each case-mix variable held equal. */
export interface FoundGap {
  finding: Finding
  family: number
  adjusted: Disparity[]
}

/**
 * Findings from gaps (statistics.md section 8): ordered by T; one whose slice contains, or lies inside, that of an
 * earlier finding of the same metric is listed under it.
 * @param within tests by permutation within the levels of each case-mix variable
 * @param pool what the evaluation was restricted to, in words
 */
export function findingsOf(
  audit: Audit,
  gaps: readonly Gap[],
  within: ReadonlyMap<string, readonly SliceTest[]>,
  pool: string,
): FoundGap[] {
  const leading: { gap: Gap; alsoIn: Finding['alsoIn'] }[] = []
  for (const gap of [...gaps].sort((a, b) => b.test.t - a.test.t)) {
    const earlier = leading.find(
      (other) => other.gap.test.metric === gap.test.metric && isNested(other.gap.disparity.slice, gap.disparity.slice),
    )
    const { slice, pAdjusted } = gap.disparity
    if (earlier) earlier.alsoIn.push({ slice, metric: gap.test.metric, pAdjusted: pAdjusted ?? 1 })
    else leading.push({ gap, alsoIn: [] })
  }
  return leading.map(({ gap, alsoIn }) => foundGap(audit, gap, alsoIn, within, pool))
}

/** Whether one of two slices contains the other. */
function isNested(first: Slice, second: Slice): boolean {
  const contains = (outer: Slice, inner: Slice) => Object.entries(outer).every(([name, level]) => inner[name] === level)
  return contains(first, second) || contains(second, first)
}

function foundGap(
  audit: Audit,
  gap: Gap,
  alsoIn: Finding['alsoIn'],
  within: ReadonlyMap<string, readonly SliceTest[]>,
  pool: string,
): FoundGap {
  const { settings, evaluation, families } = audit
  const { test, pair } = gap
  const { metric } = test
  const { by } = families[test.family].family
  const adjusted = settings.adjust
    .filter((variable) => !by.includes(variable))
    .map((variable) => adjustedDisparity(audit, gap, variable, within.get(variable)))
  const partlyAccountedForBy = adjusted.filter((own) => isAccounted(gap, own, metric)).map((own) => own.adjustedFor!)
  const disparity = { ...gap.disparity, ...tippingPoint(pair, gap), ...unknownSensitivity(audit, gap) }
  const isAcquisition = by.some(
    (name) => evaluation.frame.cells.attributes.find((attribute) => attribute.name === name)?.kind === 'acquisition',
  )
  const rows = metric === 'auroc' ? pair.slice.confusion.accuracy.n : pair.slice.confusion[metric].n
  const subjects = subjectsOf(pair, metric)
  const text = findingText({
    slice: disparity.slice,
    metric,
    direction: settings.direction,
    isAcquisition,
    value: estimatedValue(pair.sliceEstimates, metric),
    comparatorValue: estimatedValue(pair.comparatorEstimates, metric),
    disparity,
    rows,
    subjects,
    tasks: settings.tasks,
    partly: partlyAccountedForBy,
    pool,
  })
  const finding: Finding = {
    text,
    slice: disparity.slice,
    metric,
    severity: severityOf(metric, disparity),
    harm: harmKind(metric, settings.direction),
    disparity,
    rows,
    subjects,
    alsoIn,
    partlyAccountedForBy,
  }
  return { finding, family: test.family, adjusted }
}

function estimatedValue(estimates: ArmPair['sliceEstimates'], metric: TestedMetric): number {
  const estimate = estimates[metric]
  if (estimate?.status !== 'estimated') throw new RangeError('a finding needs an estimate') // a gap has both
  return estimate.estimate.value
}

/** By the limit of the interval nearer to 0. */
function severityOf(metric: TestedMetric, { low, high }: { low: number; high: number }): Finding['severity'] {
  const nearer = Math.min(harmOf(metric, low), harmOf(metric, high))
  return nearer > 0.05 ? 'high' : nearer > 0.02 ? 'medium' : 'low'
}

function harmKind(metric: TestedMetric, direction: 'disease' | 'healthy'): Finding['harm'] {
  if (metric === 'auroc') return 'ranking'
  return (metric === 'tpr') === (direction === 'disease') ? 'underdiagnosis' : 'overdiagnosis'
}

function adjustedDisparity(
  audit: Audit,
  { test, disparity }: Gap,
  variable: string,
  within: readonly SliceTest[] | undefined,
): Disparity {
  const { evaluation, families } = audit
  const attribute = evaluation.frame.cells.attributes.findIndex(({ name }) => name === variable)
  const gap = adjustedGap(evaluation, families[test.family].family, test.slice, test.metric, attribute)
  const own = within?.find(
    (other) => other.family === test.family && other.slice === test.slice && other.metric === test.metric,
  )
  const known = {
    metric: test.metric,
    kind: 'adjusted_difference' as const,
    slice: disparity.slice,
    comparator: 'everyone else' as const,
    verdict: null,
    p: own?.p ?? null,
    pAdjusted: own?.pAdjusted ?? null,
    adjustment: own?.adjustment ?? null,
    pBH: own?.pBH ?? null,
    mde: null,
    adjustedFor: variable,
    sharedStrata: gap.share,
  }
  if (!gap.estimate) return { ...known, status: 'undefined', value: null, low: null, high: null }
  const { value, low, high } = gap.estimate
  return { ...known, status: 'estimated', value, low, high }
}

/**
 * The adjusted gap is at most half the gap, or its interval includes 0 where that of the gap does not: an interval that
 * reached 0 before says nothing about the variable.
 */
function isAccounted({ disparity }: Gap, adjusted: Disparity, metric: TestedMetric): boolean {
  if (adjusted.status !== 'estimated') return false
  const includesZero = ({ low, high }: { low: number; high: number }) => low <= 0 && high >= 0
  const isNewlyUnsure = includesZero(adjusted) && !includesZero(disparity)
  return isNewlyUnsure || harmOf(metric, adjusted.value) <= harmOf(metric, disparity.value) / 2
}

/** How many wrong labels would explain the gap, and its limit nearer to 0 (statistics.md section 12). */
function tippingPoint(pair: ArmPair, { test, disparity }: Gap): Pick<Disparity, 'tippingPoint'> {
  const { metric } = test
  const [slice, comparator] = [
    estimatedValue(pair.sliceEstimates, metric),
    estimatedValue(pair.comparatorEstimates, metric),
  ]
  const estimated = (key: 'tpr' | 'fpr') => {
    const estimate = pair.sliceEstimates[key]
    return estimate?.status === 'estimated' ? estimate.estimate.value : undefined
  }
  const other = metric === 'tpr' ? estimated('fpr') : metric === 'fpr' ? estimated('tpr') : 0
  if (other === undefined) return {}
  const shareAt = (value: number) =>
    metric === 'auroc'
      ? aurocTippingPoint(value, comparator)
      : (metric === 'tpr' ? tprTippingPoint : fprTippingPoint)(value, comparator, other)
  const share = shareAt(slice)
  if (share === undefined) return {}
  const nearer = harmOf(metric, disparity.low) < harmOf(metric, disparity.high) ? disparity.low : disparity.high
  const label = metric === 'tpr' ? 'positive' : metric === 'fpr' ? 'negative' : 'either'
  return { tippingPoint: { label, share, shareAtLimit: shareAt(comparator + nearer) ?? null } }
}

/** The gap with patients of unknown level joined to the slice, and left out of everyone else. */
function unknownSensitivity(
  audit: Audit,
  { test, disparity }: Gap,
): Pick<Disparity, 'unknownJoined' | 'unknownLeftOut'> {
  const { family } = audit.families[test.family]
  const own = family.slices[test.slice]
  const isUnknown = (slice: number) => family.by.some((name) => family.slices[slice][name] === unknownLevel)
  if (isUnknown(test.slice) || !family.slices.some((_, slice) => isUnknown(slice))) return {}
  const couldBeOwn = (slice: number) =>
    family.by.every((name) => [own[name], unknownLevel].includes(family.slices[slice][name]))
  const gapOf = (isSlice: (slice: number) => boolean, isRest: (slice: number) => boolean) => {
    const [{ pairs }] = disaggregate(audit.evaluation, [twoArms(family, isSlice, isRest)])
    const difference = armDifference(pairs[0], disparity.metric)
    return difference.status === 'estimated'
      ? { value: difference.value, low: difference.low, high: difference.high }
      : undefined
  }
  const joined = gapOf(couldBeOwn, (slice) => !couldBeOwn(slice))
  const leftOut = gapOf(
    (slice) => slice === test.slice,
    (slice) => slice !== test.slice && !isUnknown(slice),
  )
  return { ...(joined && { unknownJoined: joined }), ...(leftOut && { unknownLeftOut: leftOut }) }
}
