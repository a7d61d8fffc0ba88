import { memo, type ReactNode } from 'react'
import { rowHeight } from './forest-layout'
import { ForestMark } from './forest-mark'
import type { ForestCell, ForestMetric, ForestRow } from './forest-row'
import type { ForestScale } from './forest-scale'
import { cellDifferenceText, cellValueText } from './forest-text'
import { words } from './forest-words'
import { isMoving } from './threshold-counts'

interface ForestRowCellsProps {
  row: ForestRow
  metrics: ForestMetric[]
  scales: ForestScale[]
  isOverall: boolean
  isDifference: boolean
  hasReference: boolean
  /** the comparator of all rows is one line below them */
  hasLine: boolean
  /** the metric to show where there is room for one */
  only: number
  /** drawn below the rows of a column; by the first of them */
  ground?: (column: number) => ReactNode
}

/** One group: its counts, and for each metric plot, value with interval, difference. */
export const ForestRowCells = memo(function ForestRowCells({ row, metrics, scales, ...how }: ForestRowCellsProps) {
  const { isOverall, isDifference, hasReference, hasLine, only, ground } = how
  return (
    <tr className={isOverall ? 'forest-row overall' : 'forest-row'} data-group={row.group}>
      <th scope="row" title={row.name}>
        {row.name}
      </th>
      <td className="number count">{row.positives}</td>
      <td className="number count">{row.patients}</td>
      {metrics.map((metric, at) => {
        const cell = row.cells[at]
        const mark = { cell, metric, scale: scales[at], isOverall, isDifference, hasReference, hasLine }
        const still = isMoving(metric.key) ? 'still' : undefined
        const column = at === only ? 'only' : 'wide'
        return [
          <td key={`${metric.key}-plot`} className={`plot ${column}`}>
            {ground?.(at)}
            <svg width="100%" height={rowHeight} aria-hidden="true" className={cell.reason ? undefined : still}>
              <ForestMark {...mark} />
            </svg>
          </td>,
          <ValueCell key={metric.key} {...{ cell, metric, isDifference, column, still }} />,
          <SecondCell key={`${metric.key}-second`} {...{ cell, metric, isDifference, column, still, isOverall }} />,
        ]
      })}
    </tr>
  )
})

interface CellProps {
  cell: ForestCell
  metric: ForestMetric
  isDifference: boolean
  column: string
  /** undefined: does not move with the threshold */
  still: string | undefined
}

function ValueCell({ cell, metric, isDifference, column, still }: CellProps) {
  const { measure, reason, difference, verdict } = cell
  if (reason) {
    return (
      <td className={`number value few ${column}`} colSpan={2} title={reason.text}>
        {reason.text}
      </td>
    )
  }
  const shown = isDifference ? difference : measure
  const text = isDifference ? cellDifferenceText : cellValueText
  return (
    <td className={`number value v-${verdict ?? 'none'} ${column}`}>
      {shown && (
        <span className={still}>
          <b>{text(metric, shown.value)}</b>{' '}
          <span className="interval">{words.to(text(metric, shown.low), text(metric, shown.high))}</span>
          <span className="hidden"> {measure && words.n(measure.n)}</span>
        </span>
      )}
      {still && <span className="live" data-live={metric.key} />}
    </td>
  )
}

function SecondCell({ cell, metric, isDifference, column, still, isOverall }: CellProps & { isOverall: boolean }) {
  const { measure, reason, difference, verdict } = cell
  if (reason) return null
  const text = isDifference
    ? measure && cellValueText(metric, measure.value)
    : difference && cellDifferenceText(metric, difference.value)
  const interval =
    !isDifference && difference
      ? words.to(cellDifferenceText(metric, difference.low), cellDifferenceText(metric, difference.high))
      : undefined
  return (
    <td
      title={interval && `${text} ${interval}`}
      className={`number second v-${isDifference ? 'none' : (verdict ?? 'none')} ${column}`}
    >
      <span className={still}>
        {text}
        {interval && <span className="hidden"> {interval}</span>}
        {!isOverall && <span className="hidden"> {verdict ? words.verdicts[verdict] : words.notTested}</span>}
      </span>
      {still && <span className="live" data-live={metric.key} />}
    </td>
  )
}
