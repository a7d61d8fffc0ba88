import { memo, type ReactNode } from 'react'
import { groupKey } from '@/components/charts/linked-group'
import type { MetricFrame } from '@/lib/wire/metric-frame'
import type { MetricKey } from '@/lib/wire/metric-key'
import { Explanation } from './explanation'
import { DifferenceCells, ValueCell } from './number-cells'
import type { NumberRow, Sorting, SortKey } from './number-rows'
import { plotWords as say } from './plot-words'
import { shownMetric } from './shown-metric'

interface EveryNumberTableProps {
  frame: MetricFrame
  rows: readonly NumberRow[]
  metrics: readonly MetricKey[]
  sorting: Sorting | undefined
  onSort: (sorting: Sorting | undefined) => void
}

const counts = [
  ['n', say.images],
  ['subjects', say.patients],
  ['effective', say.effective],
  ['positives', say.positives],
  ['missing', say.missingLabels],
] as const

/** A row a slice, three columns a metric; the head of each sorts by it: up, down, as it was. */
export function EveryNumberTable({ frame, rows, metrics, sorting, onSort }: EveryNumberTableProps) {
  const head = (key: SortKey, text: string, extra?: ReactNode) => (
    <SortHead key={key} sortKey={key} text={text} sorting={sorting} onSort={onSort}>
      {extra}
    </SortHead>
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section className="scroller" aria-label={say.everyNumber} tabIndex={0}>
      <table className="every-number" aria-label={say.everyNumber}>
        <thead>
          <tr>
            <td />
            <td colSpan={1 + counts.length} />
            {metrics.map((metric) => (
              <th key={metric} colSpan={3} scope="colgroup" className="metric-head">
                <Explanation term={metric} direction={frame.direction}>
                  {shownMetric(metric, frame).title}
                </Explanation>
              </th>
            ))}
          </tr>
          <tr>
            {head('name', say.group)}
            {head('family', say.attributes)}
            {counts.map(([key, text]) => head(key, text))}
            {metrics.flatMap((metric) => {
              const unit = shownMetric(metric, frame).scale === 'share'
              return [
                head(`value:${metric}`, `${say.value}${unit ? ', %' : ''}`),
                head(`difference:${metric}`, `${say.difference}${unit ? `, ${say.pointsUnit}` : ''}`),
                head(`p:${metric}`, say.verdict),
              ]
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={`${row.family}:${row.name}`} row={row} metrics={metrics} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface SortHeadProps {
  sortKey: SortKey
  text: string
  sorting: Sorting | undefined
  onSort: (sorting: Sorting | undefined) => void
  children?: ReactNode
}

function SortHead({ sortKey, text, sorting, onSort, children }: SortHeadProps) {
  const isOwn = sorting?.key === sortKey
  const next = !isOwn
    ? { key: sortKey, isDescending: false }
    : sorting.isDescending
      ? undefined
      : { key: sortKey, isDescending: true }
  const mark = isOwn ? (sorting.isDescending ? ' ▾' : ' ▴') : ''
  return (
    <th scope="col" aria-sort={isOwn ? (sorting.isDescending ? 'descending' : 'ascending') : 'none'}>
      <button type="button" title={say.sortBy(text)} onClick={() => onSort(next)}>
        {text}
        {mark}
      </button>
      {children}
    </th>
  )
}

/** Kept as it is while others are sorted: 72 rows of 60 cells must not be rendered for each click. */
const Row = memo(function Row({ row, metrics }: { row: NumberRow; metrics: readonly MetricKey[] }) {
  const { name, family, measures, differences, chosen } = row
  const { n, subjects, effectiveSubjects, positives, missingLabels } = measures
  return (
    <tr data-group={groupKey(measures.slice)}>
      <th scope="row">{name}</th>
      <td className="quiet">{family}</td>
      {[n, subjects, effectiveSubjects, positives, missingLabels].map((count, at) => (
        <td key={counts[at][0]} className="number">
          {count === null ? say.suppressed : Math.round(count).toLocaleString('en')}
        </td>
      ))}
      {metrics.map((metric) => (
        <Metric key={metric} metric={metric} measures={measures} own={differences[metric]} chosen={chosen[metric]} />
      ))}
    </tr>
  )
})

function Metric({
  metric,
  measures,
  own,
  chosen,
}: {
  metric: MetricKey
  measures: NumberRow['measures']
  own: NumberRow['differences'][MetricKey]
  chosen: NumberRow['chosen'][MetricKey]
}) {
  return (
    <>
      <ValueCell metric={metric} measure={measures.metrics[metric]} />
      <DifferenceCells metric={metric} own={own} chosen={chosen} />
    </>
  )
}
