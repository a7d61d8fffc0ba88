import Papa from 'papaparse'
import { sliceText } from '@/lib/disparities/slice-text'
import { printFamilies } from '@/lib/slices/slice-families'
import type { Disparity, MetricFrame, Slice, SliceMeasures } from '@/lib/wire/metric-frame'

const columns = [
  'record',
  'family',
  'slice',
  'metric',
  'kind',
  'comparator',
  'status',
  'value',
  'low',
  'high',
  'n',
  'n_eff',
  'df',
  'method',
  'slice_n',
  'slice_subjects',
  'slice_effective_subjects',
  'slice_positives',
  'slice_missing_labels',
  'verdict',
  'p',
  'p_adjusted',
  'adjustment',
  'p_bh',
  'p_holm',
  'mde',
  'subjects_needed',
  'adjusted_for',
] as const
type Row = Partial<Record<(typeof columns)[number], string | number | null>>

/** A MetricFrame as CSV: a row for each slice and metric (`measure`), and one for each disparity (`disparity`). */
export function printCsv(frame: MetricFrame): string {
  const rows = [
    ...measureRows('', frame.overall),
    ...frame.families.flatMap((family) => {
      const name = printFamilies([family.by])
      return [
        ...family.slices.flatMap((slice) => measureRows(name, slice)),
        ...family.disparities.map((disparity) => disparityRow(name, disparity)),
      ]
    }),
  ]
  // levels come from the file: one that starts with = would run as a formula in a spreadsheet
  const text = Papa.unparse(
    { fields: [...columns], data: rows.map((row) => columns.map((column) => row[column] ?? '')) },
    { newline: '\n', escapeFormulae: true },
  )
  return `${text}\n`
}

function measureRows(family: string, slice: SliceMeasures): Row[] {
  return Object.entries(slice.metrics).map(([metric, measure]) => ({
    record: 'measure',
    family,
    slice: sliceText(slice.slice),
    metric,
    status: measure.status,
    value: measure.value,
    low: measure.low,
    high: measure.high,
    n: measure.n,
    n_eff: measure.nEff,
    df: measure.df,
    method: measure.method,
    slice_n: slice.n,
    slice_subjects: slice.subjects,
    slice_effective_subjects: slice.effectiveSubjects,
    slice_positives: slice.positives,
    slice_missing_labels: slice.missingLabels,
  }))
}

function disparityRow(family: string, disparity: Disparity): Row {
  const comparator: string | Slice = disparity.comparator
  return {
    record: 'disparity',
    family,
    slice: sliceText(disparity.slice),
    metric: disparity.metric,
    kind: disparity.kind,
    comparator: typeof comparator === 'string' ? comparator : sliceText(comparator),
    status: disparity.status,
    value: disparity.value,
    low: disparity.low,
    high: disparity.high,
    verdict: disparity.verdict,
    p: disparity.p,
    p_adjusted: disparity.pAdjusted,
    adjustment: disparity.adjustment,
    p_bh: disparity.pBH,
    p_holm: disparity.pHolm,
    mde: disparity.mde,
    subjects_needed: disparity.subjectsNeeded,
    adjusted_for: disparity.adjustedFor,
  }
}
