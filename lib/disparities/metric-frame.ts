import type { LevelCondition } from '@/lib/slices/level-conditions'
import type { Disparity, Family, MetricFrame, SliceMeasures, Source, Warning } from '@/lib/wire/metric-frame'
import type { Audit, AuditTests } from './audit'
import { familyDisparities, isTestedMetric } from './family-disparities'
import { familyLargestGaps, familySpread, withShrunken } from './family-spread'
import { findingsOf, type Gap } from './findings'
import { sliceMeasures } from './measures'
import { poolText } from './pool-text'
import { referenceDisparities, referenceSlice } from './reference-disparities'
import { secondTierKeys, secondTierMeasures } from './second-tier'
import type { SliceTest } from './slice-test'
import type { TestedMetric } from './tested-metric'
import { auditWarnings } from './warnings'

/**
 * Everything an audit says, ready for the wire.
 * @param tests from `testedView`; undefined while findings are still being computed: verdicts are then null
 * @param further warnings of whoever read the rows
 */
export function metricFrame(
  audit: Audit,
  tests: AuditTests | undefined,
  source: Source,
  further: readonly Warning[] = [],
): MetricFrame {
  const { settings, evaluation, families } = audit
  const known = tests ?? { tests: [], chance: [], within: new Map() }
  const byPlace = new Map(known.tests.map((test) => [placeOf(test.family, test.slice, test.metric), test]))
  const measured = families.map((disaggregated, f): Family => {
    const disparities = familyDisparities(evaluation, disaggregated, settings, (slice, metric) =>
      byPlace.get(placeOf(f, slice, metric)),
    )
    const { spread, shrunken } = familySpread(evaluation, disaggregated)
    return {
      by: [...disaggregated.family.by],
      prespecified: settings.families[f].prespecified,
      slices: disaggregated.family.slices.map((_, slice) => withShrunken(measuresOf(audit, f, slice), slice, shrunken)),
      disparities: [...disparities, ...familyLargestGaps(evaluation, disaggregated, f, known.chance, settings.seed)],
      spread,
    }
  })
  const gaps = measured.flatMap((family, f) => gapsOf(audit, family, f, byPlace))
  const found = findingsOf(audit, gaps, known.within, poolText(source))
  return {
    schema: 'equiscope.metric-frame/1',
    source,
    task: settings.task,
    direction: settings.direction,
    scoreScale: settings.scale,
    threshold: evaluation.threshold,
    settings: {
      seed: settings.seed,
      permutations: settings.permutations,
      margin: settings.margin,
      minimumGap: settings.minimumGap,
      tasks: settings.tasks,
      version: settings.version,
    },
    warnings: [...auditWarnings(audit, tests), ...further],
    overall: overallMeasures(audit),
    families: measured.map((family, f) => {
      const here = found.filter((own) => own.family === f)
      const disparities = family.disparities.map(
        (disparity) => here.find(({ finding }) => isSame(finding.disparity, disparity))?.finding.disparity ?? disparity,
      )
      return { ...family, disparities: [...disparities, ...here.flatMap((own) => own.adjusted)] }
    }),
    findings: found.map(({ finding }) => finding),
  }
}

/** A MetricFrame with the differences of some families' slices from a slice that their reader chose. */
export function withReferences(frame: MetricFrame, audit: Audit, against: readonly LevelCondition[]): MetricFrame {
  const further = new Map(
    audit.families.map((disaggregated) => {
      const reference = referenceSlice(disaggregated.family.by, against)
      const disparities = reference ? referenceDisparities(audit.evaluation, disaggregated, reference) : []
      return [JSON.stringify(disaggregated.family.by), disparities]
    }),
  )
  const families = frame.families.map((family) => ({
    ...family,
    disparities: [...family.disparities, ...(further.get(JSON.stringify(family.by)) ?? [])],
  }))
  return { ...frame, families }
}

const placeOf = (family: number, slice: number, metric: TestedMetric) => `${family} ${slice} ${metric}`

function isSame(first: Disparity, second: Disparity): boolean {
  return first.kind === second.kind && first.metric === second.metric && first.slice === second.slice
}

function measuresOf({ settings, evaluation, families }: Audit, family: number, slice: number): SliceMeasures {
  const disaggregated = families[family]
  const keys = secondTierKeys(settings, evaluation.frame.score.length, false)
  const arm = disaggregated.pairs[slice].slice
  const further = secondTierMeasures(evaluation, disaggregated.family, slice, arm, keys, settings.seed)
  return sliceMeasures(disaggregated, slice, further)
}

function overallMeasures({ settings, evaluation }: Audit): SliceMeasures {
  const { everyone } = evaluation
  const keys = secondTierKeys(settings, evaluation.frame.score.length, true)
  const arm = everyone.pairs[0].slice
  return sliceMeasures(everyone, 0, secondTierMeasures(evaluation, everyone.family, 0, arm, keys, settings.seed))
}

function gapsOf(
  { families }: Audit,
  { disparities }: Family,
  f: number,
  byPlace: ReadonlyMap<string, SliceTest>,
): Gap[] {
  const { family, pairs } = families[f]
  return disparities.flatMap((disparity): Gap[] => {
    if (disparity.verdict !== 'gap' || disparity.status !== 'estimated' || !isTestedMetric(disparity.metric)) return []
    const slice = family.slices.indexOf(disparity.slice)
    const test = byPlace.get(placeOf(f, slice, disparity.metric))
    return test ? [{ test, pair: pairs[slice], disparity }] : []
  })
}
