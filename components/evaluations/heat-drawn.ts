import type { ChartTable } from '@/components/charts/chart-table'
import type { DrawnCell } from '@/components/charts/heat-map'
import type { MetricKey } from '@/lib/wire/metric-key'
import type { HeatCell, HeatGrid, HeatValues } from './heat-cells'
import { metricTexts } from './metric-texts'
import { plotWords as say } from './plot-words'
import { sliceName } from './slice-name'

/** Whether a higher value of a metric is the harm. */
export const isHigherWorse = (metric: MetricKey) => ['fpr', 'fnr', 'brier', 'ece'].includes(metric)

/** A cell with its texts and the step of its colour. */
export function drawnCell(
  cell: HeatCell,
  values: HeatValues,
  metric: MetricKey,
  step: (value: number) => number,
): DrawnCell {
  const { key, number, reason, n, slice } = cell
  const label = sliceName(slice).text
  const count = n === null ? '' : say.nText(n)
  if (!number && Object.keys(slice).length === 0 && values === 'difference')
    return { key, label, step: undefined, texts: [say.noOneElse, '', count] }
  if (!number)
    return {
      key,
      label,
      step: undefined,
      texts: [reason === 'too_few' ? say.tooFew : say[reason ?? 'undefined'], '', count],
    }
  const texts = metricTexts(metric)
  const text = values === 'difference' ? texts.difference : texts.cell
  return {
    key,
    label,
    step: step(number.value),
    texts: [text(number.value), `${text(number.low)} to ${text(number.high)}`, count],
  }
}

/** What the ends of the ramp mean: the lowest and the highest value; worse and better for differences. */
export function heatEnds(low: number, high: number, values: HeatValues, metric: MetricKey): [string, string] {
  const { difference, value } = metricTexts(metric)
  if (values === 'difference') return [say.worseEnd(difference(low)), say.betterEnd(difference(high))]
  return [value(low), value(high)]
}

/** The extreme cell in words, and how many are hatched. */
export function heatNotes({ rows }: HeatGrid, values: HeatValues, metric: MetricKey): string {
  const inner = rows.slice(0, -1).flatMap(({ cells }) => cells.slice(0, -1))
  const few = inner.filter(({ number }) => !number).length
  const known = inner.flatMap((cell) => (cell.number ? [{ ...cell, number: cell.number }] : []))
  const worst = known.sort((a, b) =>
    isHigherWorse(metric) ? b.number.value - a.number.value : a.number.value - b.number.value,
  )[0]
  const texts = metricTexts(metric)
  const text = values === 'difference' ? texts.difference : texts.value
  const lead = isHigherWorse(metric) ? say.highestLead : say.lowestLead
  const said = worst && [
    lead(
      sliceName(worst.slice).text,
      text(worst.number.value),
      `(${text(worst.number.low)} to ${text(worst.number.high)})`,
      worst.n ?? 0,
    ),
    ...(values === 'raw' ? [say.extreme] : []),
  ]
  const isUnshrunken = values === 'shrunken' && !known.some(({ isShrunken }) => isShrunken)
  return [...(isUnshrunken ? [say.notShrunken] : []), ...(said ?? []), ...(few > 0 ? [say.hatched(few)] : [])].join(' ')
}

/** The cells as rows. */
export function heatTable(
  { rows, columns }: HeatGrid,
  [row, column]: readonly [string, string],
  metric: MetricKey,
): ChartTable {
  return {
    columns: [
      { head: row },
      { head: column },
      { head: metric },
      { head: say.low },
      { head: say.high },
      { head: say.n },
    ],
    rows: rows.flatMap(({ name, cells }) =>
      cells.map(({ number, n }, at) => [
        name,
        columns[at].name,
        number?.value ?? null,
        number?.low ?? null,
        number?.high ?? null,
        n,
      ]),
    ),
  }
}
