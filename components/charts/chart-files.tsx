'use client'

import { useChartSource, withSource } from './chart-source'
import { type ChartTable, csvText } from './chart-table'
import { fileName, saveFile } from './save-file'
import { words } from './words'

interface ChartFilesProps {
  title: string
  /** asked for when the button is pressed */
  csv: () => ChartTable
  /** the whole drawing as text; undefined: there is none, or not now */
  svg?: () => string | undefined
}

/** The buttons that give a chart as files. */
export function ChartFiles({ title, csv, svg }: ChartFilesProps) {
  const source = useChartSource()
  const name = fileName(...source.nameParts, title)
  const saveSvg = () => {
    const text = svg?.()
    if (text) saveFile(`${name}.svg`, 'image/svg+xml', text)
  }
  return (
    <span className="chart-files">
      <button
        type="button"
        className="button small"
        aria-label={words.csvOf(title)}
        onClick={() => saveFile(`${name}.csv`, 'text/csv;charset=utf-8', csvText(withSource(csv(), source)))}
      >
        {words.csv}
      </button>
      {svg && (
        <button type="button" className="button small" aria-label={words.svgOf(title)} onClick={saveSvg}>
          {words.svg}
        </button>
      )}
    </span>
  )
}
