import type { ChartCell, ChartTable } from './chart-table'
import type { ForestCell, ForestMetric, ForestPlot, ForestRow, Interval } from './forest-row'
import { cellDifferenceText, cellValueText } from './forest-text'
import { words } from './forest-words'

const parts = ['', '_low', '_high', '_n', '_n_effective', '_difference', '_difference_low', '_difference_high']

const allRows = ({ overall, families }: ForestPlot): { family: string; row: ForestRow }[] => [
  { family: '', row: overall },
  ...families.flatMap(({ name, rows }) => rows.map((row) => ({ family: name, row }))),
]

/** The rows of forest plots with all their numbers, one a column: what the file holds. */
export function forestFileTable(plot: ForestPlot): ChartTable {
  const heads = plot.metrics.flatMap(({ key }) => [...parts, '_verdict', '_why_none'].map((part) => key + part))
  return {
    columns: ['attributes', 'group', 'positives', 'patients', ...heads].map((head) => ({ head })),
    rows: allRows(plot).map(({ family, row: { name, positives, patients, cells } }) => [
      family,
      name,
      countOf(positives),
      countOf(patients),
      ...cells.flatMap(({ measure, difference, verdict, reason }): ChartCell[] => [
        ...limits(measure),
        measure?.n ?? null,
        measure?.nEff ?? null,
        ...limits(difference),
        verdict,
        reason?.text ?? null,
      ]),
    ]),
  }
}

/** The same rows for who reads, not looks: a value and a difference a metric, each with its interval. */
export function forestReadTable(plot: ForestPlot): ChartTable {
  const heads = plot.metrics.flatMap(({ title, scale }) => [
    `${title}${scale === 'share' ? ', %' : ''}`,
    `${title}: ${scale === 'share' ? words.points : words.difference}`.toLowerCase(),
    `${title}: ${words.verdict}`,
  ])
  return {
    columns: [words.group, words.attributes, words.positives, words.patients, ...heads].map((head) => ({ head })),
    rows: allRows(plot).map(({ family, row }) => [
      row.name,
      family,
      row.positives,
      row.patients,
      ...row.cells.flatMap((cell, at) => readCells(plot.metrics[at], cell)),
    ]),
  }
}

function readCells(metric: ForestMetric, { measure, reason, difference, verdict }: ForestCell): ChartCell[] {
  if (reason || !measure) return [reason?.text ?? '', '', '']
  const shown = (text: typeof cellValueText, { value, low, high }: Interval) =>
    `${text(metric, value)} ${words.to(text(metric, low), text(metric, high))}`
  return [
    `${shown(cellValueText, measure)} ${words.n(measure.n)}`,
    difference ? shown(cellDifferenceText, difference) : '',
    difference ? (verdict ? words.verdicts[verdict] : words.notTested) : '',
  ]
}

const limits = (interval: Interval | undefined): ChartCell[] =>
  interval ? [interval.value, interval.low, interval.high] : [null, null, null]

/** `1,234` as a number; `hidden` as it is. */
function countOf(text: string): ChartCell {
  const number = Number(text.replaceAll(',', ''))
  return text !== '' && Number.isFinite(number) ? number : text
}
