'use client'

import { type ReactNode, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { ChartFiles } from './chart-files'
import type { ChartTable } from './chart-table'
import { useChartsAsTables } from './charts-as-tables'
import { standaloneSvg } from './standalone-svg'
import { TableBehind } from './table-behind'

interface ChartFigureProps {
  title: string
  /** unit, interval, what n counts */
  unit?: ReactNode
  /** where the numbers come from: dataset, version, n, date, hash */
  source: string
  /** what the chart shows, as rows */
  table: ChartTable
  /** the rows of the file, where it holds more than the table */
  csv?: ChartTable
  /** switches and pickers */
  controls?: ReactNode
  /** one SVG for the file, where the chart on the screen is none or not all; drawn while it is saved */
  drawing?: ReactNode
  /** the chart is a table by itself and stays where charts become tables */
  isTable?: boolean
  /** whether there is something to draw */
  hasDrawing?: boolean
  children: ReactNode
}

/** A chart with its title, the table behind it, and both as files. */
export function ChartFigure(props: ChartFigureProps) {
  const {
    title,
    unit,
    source,
    table,
    csv = table,
    controls,
    drawing,
    isTable = false,
    hasDrawing = true,
    children,
  } = props
  const figure = useRef<HTMLDivElement>(null)
  const asTables = useChartsAsTables() && !isTable
  const id = useId()
  const [isSaving, setSaving] = useState(false)
  const svg = () => {
    flushSync(() => setSaving(true))
    const drawn = figure.current?.querySelector<SVGSVGElement>('.drawing svg') ?? figure.current?.querySelector('svg')
    const text = drawn ? standaloneSvg(drawn, title, source) : undefined
    setSaving(false)
    return text
  }
  return (
    <section className="panel chart-figure" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {unit && <p className="note">{unit}</p>}
        <span className="chart-controls">
          {controls}
          <ChartFiles title={title} csv={() => csv} svg={!asTables && hasDrawing ? svg : undefined} />
        </span>
      </header>
      <div ref={figure}>
        {asTables ? <TableBehind title={title} table={table} /> : children}
        {isSaving && drawing && (
          <div className="drawing" aria-hidden="true">
            {drawing}
          </div>
        )}
      </div>
      <p className="note figure-source">{source}</p>
    </section>
  )
}
