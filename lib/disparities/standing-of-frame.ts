import type { Family, Finding, MetricFrame, Slice } from '@/lib/wire/metric-frame'
import type { FamilyStanding, TaskStanding } from '@/lib/wire/standing'
import { comparisonsOf } from './comparisons'
import { compareHarm } from './harm-interval'
import { testedMetrics } from './tested-metric'

/**
 * What a MetricFrame with its findings says about a task at a glance: the worst finding, and by family whom findings
 * concern or how large a gap could have been missed.
 */
export function standingOfFrame(frame: MetricFrame): NonNullable<TaskStanding['answer']> {
  const { overall, threshold, settings, families, findings, warnings } = frame
  const { n, subjects, positives, metrics } = overall
  return {
    ...{ n, subjects, positives, threshold, warnings },
    margin: settings.margin,
    auroc: metrics.auroc ?? null,
    findingCount: findings.length,
    comparisons: comparisonsOf(frame),
    worst: worstOf(findings),
    families: families.map((family) => familyStanding(family, frame)),
  }
}

function worstOf(findings: readonly Finding[]): Finding | null {
  return [...findings].sort(compareHarm)[0] ?? null
}

function familyStanding(family: Family, { findings, direction }: MetricFrame): FamilyStanding {
  const isOwn = ({ slice }: { slice: Slice }) => isOfFamily(slice, family.by)
  const own = findings.filter(isOwn)
  // a finding that was folded into another family's is one of this family all the same
  const folded = findings.flatMap(({ alsoIn }) => alsoIn).filter(isOwn)
  const slices = new Map([...own, ...folded].map(({ slice }) => [JSON.stringify(slice), slice]))
  const small = family.slices.filter(
    ({ n, positives, metrics }) =>
      n === null || // hidden
      positives === 0 ||
      positives === n ||
      testedMetrics.some((metric) => metrics[metric]?.status === 'too_few'),
  )
  return {
    ...{ by: family.by, prespecified: family.prespecified },
    worst: worstOf(own),
    slices: [...slices.values()],
    missable: missableGap(family, direction),
    tooFew: small.length,
  }
}

function isOfFamily(slice: Slice, by: readonly string[]): boolean {
  const names = Object.keys(slice)
  return names.length === by.length && by.every((name) => names.includes(name))
}

/** The largest gap that a comparison of missed disease could have missed: of sensitivity, or where 1 is healthy, of the false positive rate. */
function missableGap({ disparities }: Family, direction: MetricFrame['direction']): FamilyStanding['missable'] {
  const missedDisease = direction === 'disease' ? 'tpr' : 'fpr'
  const gaps = disparities.flatMap(({ metric, kind, comparator, mde }) =>
    metric === missedDisease && kind === 'difference' && comparator === 'everyone else' && mde !== null ? [mde] : [],
  )
  return gaps.length === 0 ? null : { metric: missedDisease, value: Math.max(...gaps) }
}
