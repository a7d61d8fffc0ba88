'use client'

import { type ReactNode, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { type ChartTable, cellText, csvText } from './chart-table'
import { useChartsAsTables } from './charts-as-tables'
import { fileName, saveFile } from './save-file'
import { standaloneSvg } from './standalone-svg'
import { words } from './words'

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
  const saveSvg = () => {
    flushSync(() => setSaving(true))
    const svg = figure.current?.querySelector<SVGSVGElement>('.drawing svg') ?? figure.current?.querySelector('svg')
    if (svg) saveFile(`${fileName(title)}.svg`, 'image/svg+xml', standaloneSvg(svg, title, source))
    setSaving(false)
  }
  return (
    <section className="panel chart-figure" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {unit && <p className="note">{unit}</p>}
        <span className="chart-controls">
          {controls}
          <button
            type="button"
            className="button small"
            aria-label={words.csvOf(title)}
            onClick={() => saveFile(`${fileName(title)}.csv`, 'text/csv;charset=utf-8', csvText(csv))}
          >
            {words.csv}
          </button>
          {!asTables && hasDrawing && (
            <button type="button" className="button small" aria-label={words.svgOf(title)} onClick={saveSvg}>
              {words.svg}
            </button>
          )}
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

/** The rows behind a chart. */
function TableBehind({ title, table: { columns, rows } }: { title: string; table: ChartTable }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section className="scroller" aria-label={title} tabIndex={0}>
      <table className="behind" aria-label={title}>
        <thead>
          <tr>
            {columns.map(({ head }) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr key={cells.join()}>
              {cells.map((cell, at) =>
                at === 0 ? (
                  <th key={columns[at].head} scope="row">
                    {cellText(columns[at], cell)}
                  </th>
                ) : (
                  <td key={columns[at].head} className={typeof cell === 'number' ? 'number' : undefined}>
                    {cellText(columns[at], cell)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
