'use client'

import { useDeferredValue, useState } from 'react'
import { ChartFigure } from '@/components/charts/chart-figure'
import { type MetricKey, metricKeys } from '@/lib/wire/metric-key'
import { EveryNumberTable } from './every-number-table'
import { MetricPicker } from './metric-picker'
import { fittingRows, numberRows, type Sorting, sortedRows } from './number-rows'
import { numberTable } from './number-table'
import type { PanelProps } from './panel-props'
import { plotWords as say } from './plot-words'
import { metricsToAsk } from './shown-metric'
import { sourceLine } from './source-line'
import { useView } from './use-view'

const usual: MetricKey[] = ['tpr', 'fpr', 'auroc']

/** All numbers of the view in one table: sorted, filtered and picked by who reads it. */
export function EveryNumberPanel({ evaluation, frame, facts }: PanelProps) {
  const { view, change } = useView()
  const [picked, setPicked] = useState<readonly MetricKey[]>(usual)
  const [sorting, setSorting] = useState<Sorting>()
  const [text, setText] = useState('')
  const sought = useDeferredValue(text)
  const all = numberRows(frame)
  const fitting = fittingRows(all, sought)
  const rows = sorting ? sortedRows(fitting, sorting) : fitting
  const metrics = metricKeys.filter((key) => picked.includes(key))
  const pick = (chosen: readonly MetricKey[]) => {
    setPicked(chosen)
    const asked = metricsToAsk(chosen.filter((key) => !frame.overall.metrics[key]))
    if (asked) change({ metrics: [view.metrics, asked].filter(Boolean).join(',') }, 'replace')
  }
  return (
    <ChartFigure
      title={say.everyNumber}
      unit={say.everyNumberUnit}
      source={sourceLine(frame, evaluation, facts)}
      table={numberTable(rows, metrics)}
      csv={numberTable(
        rows,
        metricKeys.filter((key) => frame.overall.metrics[key]),
      )}
      isTable
      hasDrawing={false}
      controls={
        <>
          <label className="choice">
            <span className="quiet">{say.search} </span>
            <input type="search" value={text} onChange={({ target }) => setText(target.value)} />
          </label>
          <MetricPicker frame={frame} picked={metrics} onPick={pick} />
        </>
      }
    >
      <p className="note" role="status">
        {rows.length === 0 ? say.noneFits : rows.length < all.length ? say.shownOf(rows.length, all.length) : ''}
      </p>
      <EveryNumberTable frame={frame} rows={rows} metrics={metrics} sorting={sorting} onSort={setSorting} />
    </ChartFigure>
  )
}
