import type { Slice, Verdict } from '@/lib/wire/metric-frame'
import type { MetricKey } from '@/lib/wire/metric-key'

/** A value with its interval. */
export interface Interval {
  value: number
  low: number
  high: number
}

/** One column of a forest plot. */
export interface ForestMetric {
  key: MetricKey
  title: string
  /** what the value is a share of, or says */
  about: string
  /** share: 0 to 1, printed as %, differences in points; value: printed as it is */
  scale: 'share' | 'value'
}

/** One metric of one group: a number and how it compares, or why there is none. */
export interface ForestCell {
  measure: (Interval & { n: number; nEff: number | null }) | undefined
  /** stands in place of the number */
  reason: { status: 'too_few' | 'undefined' | 'suppressed' | 'not_asked'; text: string } | undefined
  difference: Interval | undefined
  /** null: not tested, or not yet */
  verdict: Verdict | null
  /** the value of everyone else, or of the reference slice */
  comparator: number | undefined
}

export interface ForestRow {
  /** of `groupKey`; empty: all rows together */
  group: string
  slice: Slice
  name: string
  positives: string
  patients: string
  /** one a metric */
  cells: ForestCell[]
}

export interface ForestFamily {
  key: string
  name: string
  /** an attribute of the acquisition, or a family that was not planned beforehand */
  tags: string[]
  rows: ForestRow[]
  /** compared with slices of the family, while verdicts are against everyone else */
  isAgainstSlice: boolean
  /** whom each row is compared with, where that differs row by row; undefined: everyone else, or `reference` */
  note: string | undefined
  /** value of the slice to which the others are compared, one a metric; undefined: everyone else, row by row */
  reference: (number | undefined)[] | undefined
}

export interface ForestPlot {
  metrics: ForestMetric[]
  overall: ForestRow
  families: ForestFamily[]
}
