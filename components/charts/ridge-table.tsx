'use client'

import { type ReactNode, useMemo, useRef } from 'react'
import { shareText } from '@/lib/disparities/number-text'
import type { EvaluationCurves, ScoreCounts } from '@/lib/wire/curves'
import type { Measure } from '@/lib/wire/measure'
import { useLiveDrawing } from './live-threshold'
import { RidgeAxis } from './ridge-axis'
import { ridgeHeight, ridgeShape, type ScoreAxis, scorePlace, stackedHeight } from './ridge-shape'
import { words } from './ridge-words'
import { type CountsAbove, countsAbove, rateAt } from './threshold-counts'
import { useIsNarrow } from './use-is-narrow'

export interface Ridge {
  group: string
  name: string
  counts: ScoreCounts
  /** share of the diseased that is found, and of the others that raises a false alarm */
  found: Measure | undefined
  falseAlarms: Measure | undefined
}

interface RidgeTableProps {
  curves: EvaluationCurves
  axis: ScoreAxis
  ridges: Ridge[]
  /** null: the model's own decisions, which follow no threshold */
  threshold: number | null
  operatingPoints: number[]
  /** above the names of the groups: which they are */
  head: ReactNode
  /** the slider, which lies over the plot */
  children: ReactNode
}

/** How the scores of some groups spread, by label; what is missed and what is a false alarm at the threshold. */
export function RidgeTable({ curves, axis, ridges, threshold, operatingPoints, head, children }: RidgeTableProps) {
  const isDisease = curves.direction === 'disease'
  const table = useRef<HTMLTableElement>(null)
  const isStacked = useIsNarrow()
  const pitch = isStacked ? stackedHeight : ridgeHeight
  const shape = useMemo(() => {
    const counts = ridges.map((ridge) => ridge.counts)
    return ridgeShape(curves, axis, counts, isDisease, pitch)
  }, [curves, axis, ridges, isDisease, pitch])
  const counts = useMemo(() => ridges.map((ridge) => countsAbove(ridge.counts)), [ridges])
  useLiveDrawing((edge) => {
    const place = edge === undefined ? threshold : (curves.edges[edge] ?? null)
    if (!table.current) return
    if (place !== null) table.current.style.setProperty('--at', atPlace(axis, place))
    if (edge !== undefined) drawNumbers(table.current, ridges, counts, edge, isDisease)
  })
  const height = ridges.length * pitch
  const at = threshold === null ? undefined : atPlace(axis, threshold)
  return (
    <table
      className={`ridges ${isStacked ? 'is-stacked' : ''} ${isDisease ? 'is-disease' : 'is-health'} ${threshold === null ? 'no-threshold' : ''}`}
      aria-label={words.scores}
      ref={table}
      style={{ '--at': at ?? '50%' } as React.CSSProperties}
    >
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col" className="ridge-key">
            <RidgeKey isDisease={isDisease} task={curves.task} />
          </th>
          {[words.found, words.missed, words.falseAlarms].map((head, column) => (
            <th key={head} scope="col" className={column === 1 ? 'number missed' : 'number'}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ridges.map(({ group, name, found, falseAlarms }, at) => (
          <tr key={group} data-group={group}>
            <th scope="row" title={name}>
              {name}
            </th>
            {at === 0 && (
              <td rowSpan={ridges.length} className="ridge-plot">
                <div className="ridge-area" style={{ height }}>
                  {(['all', 'missed', 'alarms'] as const).map((part) => (
                    <svg
                      key={part}
                      className={`ridge-${part}`}
                      viewBox={`0 0 100 ${height}`}
                      preserveAspectRatio="none"
                      aria-hidden="true"
                    >
                      {part !== 'alarms' && <path className="above" d={shape.above} />}
                      {part !== 'missed' && <path className="below" d={shape.below} />}
                    </svg>
                  ))}
                  {children}
                </div>
              </td>
            )}
            <Share measure={found} isMain />
            <Share measure={found} isMain={false} />
            <Share measure={falseAlarms} isMain />
          </tr>
        ))}
        <tr className="ridge-axis">
          <td />
          <td>
            <RidgeAxis axis={axis} operatingPoints={operatingPoints} />
          </td>
          <td />
          <td className="missed" />
          <td />
        </tr>
      </tbody>
    </table>
  )
}

const atPlace = (axis: ScoreAxis, threshold: number) =>
  `${Math.max(0, Math.min(100, scorePlace(axis, threshold))).toFixed(2)}%`

/** Numbers while the threshold moves; a group without a number at rest, being too small, has none then either. */
function drawNumbers(
  table: HTMLElement,
  ridges: readonly Ridge[],
  counts: readonly CountsAbove[],
  edge: number,
  isDisease: boolean,
): void {
  const cells = table.querySelectorAll('.live')
  for (const [at, own] of counts.entries()) {
    const { found: atRest, falseAlarms } = ridges[at]
    const found = atRest?.status === 'estimated' ? rateAt(isDisease ? 'tpr' : 'tnr', own, edge) : undefined
    const alarms = falseAlarms?.status === 'estimated' ? rateAt(isDisease ? 'fpr' : 'fnr', own, edge) : undefined
    const shares = [found, found === undefined ? undefined : 1 - found, alarms]
    for (const [column, share] of shares.entries()) {
      cells[at * 3 + column].textContent = share === undefined ? '–' : shareText(share)
    }
  }
}

/** A share with its interval below; not `isMain`: what is missing to the whole. */
function Share({ measure, isMain }: { measure: Measure | undefined; isMain: boolean }) {
  const limit = (share: number) => shareText(share).replace(/\s%$/, '')
  const { value, low, high } =
    measure?.status !== 'estimated'
      ? { value: undefined, low: 0, high: 0 }
      : isMain
        ? measure
        : { value: 1 - measure.value, low: 1 - measure.high, high: 1 - measure.low }
  return (
    <td className={isMain ? 'number' : 'number missed'}>
      <span className="still">
        {value === undefined ? <span className="quiet">–</span> : <b>{shareText(value)}</b>}
        {value !== undefined && <span className="interval">{words.interval(limit(low), limit(high))}</span>}
      </span>
      <span className="live" />
    </td>
  )
}

function RidgeKey({ isDisease, task }: { isDisease: boolean; task: string }) {
  const parts = [
    ['with', words.withIt(isDisease, task)],
    ['missed', words.missed],
    ['without', words.without],
    ['alarm', words.falseAlarm],
  ]
  return (
    <ul>
      {parts.map(([part, name]) => (
        <li key={part}>
          <i className={`key-${part}`} />
          {name}
        </li>
      ))}
      <li className="wide">{words.own}</li>
    </ul>
  )
}
