'use client'

import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { ForestGround } from './forest-ground'
import { type ComparedCounts, type DrawForest, forestDrawing } from './forest-live'
import type { ForestFamily, ForestMetric, ForestPlot } from './forest-row'
import { ForestRowCells } from './forest-row-cells'
import { type ForestScale, forestScales } from './forest-scale'
import { tickText } from './forest-text'
import { words } from './forest-words'
import { useLiveDrawing } from './live-threshold'

interface ForestTableProps {
  title: string
  plot: ForestPlot
  isDifference: boolean
  margin: number
  /** the metric to show where there is room for one */
  only: number
  /** what stands above a column: its name, or a way to choose another */
  head: (metric: ForestMetric, at: number) => ReactNode
  countsOf: (group: string) => ComparedCounts | undefined
}

/** Groups below each other with a plot, a value and a difference for each of three metrics: a picture and a table. */
export function ForestTable({ title, plot, isDifference, margin, only, head, countsOf }: ForestTableProps) {
  const table = useRef<HTMLTableElement>(null)
  const drawing = useRef<DrawForest>(undefined)
  const scales = forestScales(plot, isDifference, margin)
  useLayoutEffect(() => {
    drawing.current = undefined // rows may be others after a rendering
  })
  useLiveDrawing((edge) => {
    if (edge === undefined || !table.current) return
    drawing.current ??= forestDrawing(table.current, plot, scales, isDifference, countsOf)
    drawing.current(edge)
  })
  const shared = { metrics: plot.metrics, scales, isDifference, only }
  return (
    <table className="forest" aria-label={title} ref={table}>
      <colgroup>
        <col className="name" />
        <col className="count" />
        <col className="count" />
      </colgroup>
      {plot.metrics.map(({ key, scale }, at) => (
        <colgroup key={key} className={at === only ? 'only' : 'wide'}>
          <col className="plot" />
          <col className={`value ${scale}`} />
          <col className="second" />
        </colgroup>
      ))}
      <ForestHead {...{ plot, scales, isDifference, only, head }} />
      <tbody className="rows">
        <ForestRowCells
          row={plot.overall}
          {...shared}
          isOverall
          hasReference={false}
          hasLine={false}
          ground={(column) => <ForestGround {...{ plot, column, scale: scales[column], isDifference, margin }} />}
        />
      </tbody>
      {plot.families.map((family) => (
        <tbody key={family.key}>
          <FamilyHead family={family} />
          {family.rows.map((row) => (
            <ForestRowCells
              key={row.group}
              row={row}
              {...shared}
              isOverall={false}
              hasReference={family.isAgainstSlice}
              hasLine={family.reference !== undefined}
            />
          ))}
        </tbody>
      ))}
    </table>
  )
}

function FamilyHead({ family: { name, tags, note } }: { family: ForestFamily }) {
  return (
    <tr className="family">
      <th scope="rowgroup">
        {name}{' '}
        {tags.map((tag) => (
          <span key={tag} className="tag">
            {tag}
          </span>
        ))}
        {note && <span className="note">{note}</span>}
      </th>
    </tr>
  )
}

interface ForestHeadProps {
  plot: ForestPlot
  scales: ForestScale[]
  isDifference: boolean
  only: number
  head: ForestTableProps['head']
}

function ForestHead({ plot: { metrics }, scales, isDifference, only, head }: ForestHeadProps) {
  const of = (at: number) => (at === only ? 'only' : 'wide')
  return (
    <thead>
      <tr>
        <td />
        <td className="count" />
        <td className="count" />
        {metrics.map((metric, at) => (
          <th key={metric.key} scope="colgroup" colSpan={3} className={`metric ${of(at)}`}>
            {head(metric, at)} <span className="note">{metric.about}</span>
          </th>
        ))}
      </tr>
      <tr className="units">
        <th scope="col">
          <span className="hidden">{words.group}</span>
        </th>
        <th scope="col" className="number count">
          {words.positives}
        </th>
        <th scope="col" className="number count">
          {words.patients}
        </th>
        {metrics.map((metric, at) => {
          const isShare = metric.scale === 'share'
          const interval = isDifference
            ? isShare
              ? words.pointsInterval
              : words.differenceInterval
            : isShare
              ? words.percent
              : words.interval
          const second = isDifference ? words.value : isShare ? words.points : words.difference
          return [
            <th key={`${metric.key}-plot`} scope="col" className={`plot ${of(at)}`}>
              <Axis metric={metric} scale={scales[at]} isDifference={isDifference} />
            </th>,
            <th key={metric.key} scope="col" className={`number value ${of(at)}`}>
              {interval}
            </th>,
            <th key={`${metric.key}-second`} scope="col" className={`number second ${of(at)}`}>
              {second}
            </th>,
          ]
        })}
      </tr>
    </thead>
  )
}

function Axis({ metric, scale, isDifference }: { metric: ForestMetric; scale: ForestScale; isDifference: boolean }) {
  const { low, high, ticks } = scale
  return (
    <>
      <svg width="100%" height="16" aria-hidden="true" className="axis">
        {ticks.map((tick, at) => (
          <text
            key={tick}
            x={`${((tick - low) / (high - low)) * 100}%`}
            y="12"
            textAnchor={at === 0 ? 'start' : at === ticks.length - 1 ? 'end' : 'middle'}
          >
            {isDifference && tick > 0 ? `+${tickText(metric, tick)}` : tickText(metric, tick)}
          </text>
        ))}
      </svg>
      <span className="hidden">{words.plot}</span>
    </>
  )
}
