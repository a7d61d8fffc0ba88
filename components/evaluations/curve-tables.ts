import type { ChartTable } from '@/components/charts/chart-table'
import { curvePoints, precisionRecallPoint, rocPoint } from '@/components/charts/curve-points'
import { rateAt } from '@/components/charts/threshold-counts'
import type { CurveGroup } from '@/components/charts/threshold-plot'
import { valueText } from '@/lib/disparities/number-text'
import type { Measure } from '@/lib/wire/measure'
import { plotWords as say } from './plot-words'

/** The area of each curve with its interval, for who reads; every point of every curve, for the file. */
export function curveTables(
  groups: (CurveGroup & { area: Measure | undefined })[],
  plot: 'roc' | 'pr',
  edges: readonly number[],
  edge: number | undefined,
): { table: ChartTable; csv: ChartTable } {
  const percent = (share: number) => (share * 100).toFixed(1)
  const second = plot === 'roc' ? ('fpr' as const) : ('ppv' as const)
  const table: ChartTable = {
    columns: [
      { head: say.group },
      { head: plot === 'roc' ? 'AUROC' : 'AUPRC', print: valueText },
      { head: say.low, print: valueText },
      { head: say.high, print: valueText },
      { head: say.n, print: (n) => n.toLocaleString('en') },
      { head: say.foundAt, print: percent },
      { head: plot === 'roc' ? say.alarmsAt : say.precisionAt, print: percent },
    ],
    rows: groups.map(({ name, area, counts }) => [
      name,
      area?.value ?? null,
      area?.low ?? null,
      area?.high ?? null,
      area?.n ?? null,
      edge === undefined ? null : (rateAt('tpr', counts, edge) ?? null),
      edge === undefined ? null : (rateAt(second, counts, edge) ?? null),
    ]),
  }
  const csv: ChartTable = {
    columns: [
      { head: say.group },
      { head: say.threshold },
      { head: say.tpr },
      { head: plot === 'roc' ? say.fpr : say.ppv },
    ],
    rows: groups.flatMap(({ name, counts }) =>
      curvePoints(counts, plot === 'roc' ? rocPoint : precisionRecallPoint).map(({ x, y, edge: at }) => [
        name,
        edges[at] ?? null,
        ...(plot === 'roc' ? [y, x] : [x, y]),
      ]),
    ),
  }
  return { table, csv }
}
