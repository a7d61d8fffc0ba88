import { memo } from 'react'
import { rowHeight } from './forest-layout'
import type { ForestCell, ForestMetric } from './forest-row'
import { type ForestScale, placeOn } from './forest-scale'
import { cellDifferenceText, cellValueText } from './forest-text'

interface ForestMarkProps {
  cell: ForestCell
  metric: ForestMetric
  scale: ForestScale
  isOverall: boolean
  isDifference: boolean
  /** compared with one slice: a verdict, which is against everyone else, has no bar here */
  hasReference: boolean
  /** the comparator is drawn for all rows together */
  hasLine: boolean
}

const middle = rowHeight / 2

/** One row of a plot: interval, point, and the comparator; or hatching where there is no number. */
export const ForestMark = memo(function ForestMark(props: ForestMarkProps) {
  const { cell, metric, scale, isOverall, isDifference, hasReference, hasLine } = props
  const { measure, reason, difference, verdict } = cell
  if (reason) return <rect className={`no-number ${reason.status}`} x="0" y="7" width="100%" height="14" rx="2" />
  const shown = isDifference ? difference : measure
  if (!shown || !measure) return null
  const at = (value: number) => Math.min(100, Math.max(0, placeOn(scale, value)))
  const place = placeOn(scale, shown.value)
  const from = isDifference ? 0 : cell.comparator
  const text = isDifference ? cellDifferenceText : cellValueText
  if (place < -0.5 || place > 100.5) return <Outside isLow={place < 0} text={text(metric, shown.value)} />
  const style = isOverall ? 'overall' : (verdict ?? 'untested')
  // what is not tested yet is small: its size says nothing before its verdict does
  const radius =
    style === 'untested' ? 2.5 : Math.min(10.4, Math.max(6, 4 + 2.3 * Math.log10(measure.nEff ?? measure.n))) / 2
  return (
    <g className={style}>
      {verdict === 'gap' && !hasReference && from !== undefined && (
        <rect
          className="gap-bar"
          x={`${Math.min(at(from), at(shown.value))}%`}
          width={`${Math.abs(at(from) - at(shown.value))}%`}
          y={middle - 3.5}
          height="7"
        />
      )}
      {!isOverall && !isDifference && !hasLine && from !== undefined && (
        <line className="comparator" x1={`${at(from)}%`} x2={`${at(from)}%`} y1={middle - 7.5} y2={middle + 7.5} />
      )}
      <line className="whisker" x1={`${at(shown.low)}%`} x2={`${at(shown.high)}%`} y1={middle} y2={middle} />
      {isOverall ? (
        <svg x={`${place}%`} y={middle} aria-hidden="true">
          <path className="point" d="M0-6 6 0 0 6-6 0z" />
        </svg>
      ) : (
        <circle className="point" cx={`${place}%`} cy={middle} r={radius.toFixed(1)} />
      )}
    </g>
  )
})

function Outside({ isLow, text }: { isLow: boolean; text: string }) {
  return (
    <text className="outside" x={isLow ? '0' : '100%'} y={middle + 4} textAnchor={isLow ? 'start' : 'end'}>
      {isLow ? `◂ ${text}` : `${text} ▸`}
    </text>
  )
}
