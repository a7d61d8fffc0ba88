import type { ForestCell, ForestFamily, ForestMetric, ForestPlot, ForestRow } from '@/components/charts/forest-row'
import { groupKey } from '@/components/charts/linked-group'
import { countText } from '@/lib/disparities/number-text'
import type { LevelCondition } from '@/lib/slices/level-conditions'
import type { EvaluatedAttribute } from '@/lib/wire/evaluation-facts'
import type { Disparity, Family, MetricFrame, Slice, SliceMeasures } from '@/lib/wire/metric-frame'
import type { MetricKey } from '@/lib/wire/metric-key'
import { conditionsOf } from './group-counts'
import { levelText, nameText } from './level-text'
import { testedAs } from './shown-metric'
import { words } from './view-words'

/** The rows of the forest plots of a MetricFrame, family by family, also those without a number. */
export function forestPlot(
  frame: MetricFrame,
  metrics: ForestMetric[],
  attributes: readonly EvaluatedAttribute[],
  against: string | undefined,
): ForestPlot {
  const references = against ? conditionsOf(against) : []
  return {
    metrics,
    overall: { ...rowOf(frame.overall, metrics, () => undefined), name: words.allImages },
    families: frame.families.map((family) => forestFamily(family, metrics, attributes, references)),
  }
}

function forestFamily(
  family: Family,
  metrics: ForestMetric[],
  attributes: readonly EvaluatedAttribute[],
  references: readonly LevelCondition[],
): ForestFamily {
  const named = references.filter(({ attribute }) => family.by.includes(attribute))
  const referenceOf = (own: Slice) =>
    groupKey({ ...own, ...Object.fromEntries(named.map(({ attribute, level }) => [attribute, level])) })
  const there = new Set(family.slices.map(({ slice }) => groupKey(slice)))
  // one for all rows, where every attribute is named
  const isOne = named.length > 0 && named.length === family.by.length
  const referenceRow = isOne ? family.slices.find(({ slice }) => groupKey(slice) === referenceOf(slice)) : undefined
  const known = new Map<string, Disparity>()
  for (const each of family.disparities) {
    if (each.kind !== 'difference') continue
    const comparator = each.comparator === 'everyone else' ? '' : groupKey(each.comparator)
    known.set(JSON.stringify([groupKey(each.slice), each.metric, comparator]), each)
  }
  const isAcquisition = family.by.every((by) => attributes.find(({ name }) => name === by)?.kind === 'acquisition')
  return {
    key: family.by.join('+'),
    name: nameText(family.by.join(' × ')),
    tags: [...(isAcquisition ? [words.acquisition] : []), ...(family.prespecified ? [] : [words.notPlanned])],
    rows: family.slices.map((measures) => {
      const find = (metric: string, comparator: string) =>
        known.get(JSON.stringify([groupKey(measures.slice), metric, comparator]))
      const reference = named.length > 0 ? referenceOf(measures.slice) : ''
      return rowOf(measures, metrics, ({ key }) => ({
        shown: find(key, there.has(reference) ? reference : ''),
        tested: find(testedAs(key).metric, ''),
      }))
    }),
    isAgainstSlice: named.length > 0,
    note: named.length > 0 && !isOne ? words.againstOwn(named.map(({ level }) => levelText(level))) : undefined,
    reference: referenceRow && metrics.map(({ key }) => referenceRow.metrics[key]?.value ?? undefined),
  }
}

type Compared = { shown: Disparity | undefined; tested: Disparity | undefined } | undefined

function rowOf(
  measures: SliceMeasures,
  metrics: readonly ForestMetric[],
  compared: (metric: ForestMetric) => Compared,
): ForestRow {
  const { slice, positives, subjects } = measures
  return {
    group: groupKey(slice),
    slice,
    name: Object.values(slice).map(levelText).join(', '),
    positives: positives === null ? words.hidden : countText(positives),
    patients: subjects === null ? words.hidden : countText(subjects),
    cells: metrics.map((metric) => cellOf(measures, metric, compared(metric))),
  }
}

function cellOf({ metrics, positives, n }: SliceMeasures, { key }: ForestMetric, compared: Compared): ForestCell {
  const measure = metrics[key]
  const { shown, tested } = compared ?? {}
  const difference = shown?.status === 'estimated' ? shown : undefined
  const verdict = tested?.verdict ?? null
  if (measure?.status === 'estimated') {
    const comparator = difference && measure.value - difference.value
    return { measure, reason: undefined, difference, verdict, comparator }
  }
  const status = measure?.status ?? 'not_asked'
  const { kind, count } = smallest(key, positives, n)
  return { measure: undefined, reason: { status, ...words.reason(status, kind, count) }, ...empty }
}

/** The images of which a metric has too few: of one label, or of the rarer of both. */
function smallest(key: MetricKey, positives: number | null, n: number | null) {
  const negatives = (n ?? 0) - (positives ?? 0)
  if (key === 'tpr' || key === 'fnr') return { kind: 'positive', count: positives ?? 0 } as const
  if (key === 'fpr' || key === 'tnr') return { kind: 'negative', count: negatives } as const
  if ((positives ?? 0) <= negatives) return { kind: 'positive', count: positives ?? 0 } as const
  return { kind: 'negative', count: negatives } as const
}

const empty = { difference: undefined, verdict: null, comparator: undefined }
