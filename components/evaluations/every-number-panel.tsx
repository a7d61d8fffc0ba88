'use client'

import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo, useState } from 'react'
import { ChartFigure } from '@/components/charts/chart-figure'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { type MetricKey, metricKeys } from '@/lib/wire/metric-key'
import { furtherMetricsQuery } from './answer-queries'
import { EveryNumberTable } from './every-number-table'
import { Explanation } from './explanation'
import { MetricPicker } from './metric-picker'
import { fittingRows, numberRows, type Sorting, sortedRows } from './number-rows'
import { numberTable } from './number-table'
import type { PanelProps } from './panel-props'
import { plotWords as say } from './plot-words'
import { sourceLine } from './source-line'

const usual: MetricKey[] = ['tpr', 'fpr', 'auroc']

/** All numbers of the view in one table: sorted, filtered and picked by who reads it. */
export function EveryNumberPanel({ evaluation, view, frame, facts }: PanelProps) {
  const [picked, setPicked] = useState<readonly MetricKey[]>(usual)
  const [sorting, setSorting] = useState<Sorting>()
  const [text, setText] = useState('')
  const sought = useDeferredValue(text)
  const metrics = useMemo(() => metricKeys.filter((key) => picked.includes(key)), [picked])
  const asked = metrics.filter((key) => !frame.overall.metrics[key])
  const { data: further, error } = useQuery(furtherMetricsQuery(evaluation.projectId, evaluation.id, view, asked))
  const more = asked.length > 0 ? further?.frame : undefined
  const all = useMemo(() => numberRows(frame, more), [frame, more])
  const fitting = fittingRows(all, sought)
  const rows = sorting ? sortedRows(fitting, sorting) : fitting
  const known = metricKeys.filter((key) => all[0].measures.metrics[key])
  return (
    <ChartFigure
      title={say.everyNumber}
      unit={
        <>
          {say.differenceFrom} <Explanation term="everyone_else">{say.everyoneElse}</Explanation>;{' '}
          <Explanation term="interval">{say.intervals}</Explanation>;{' '}
          <Explanation term="effective">{say.nEff}</Explanation>
        </>
      }
      source={sourceLine(frame, evaluation, facts)}
      table={numberTable(rows, metrics)}
      csv={numberTable(rows, known)}
      isTable
      hasDrawing={false}
      controls={
        <>
          <label className="choice">
            <span className="quiet">{say.search} </span>
            <input type="search" value={text} onChange={({ target }) => setText(target.value)} />
          </label>
          <MetricPicker frame={frame} picked={metrics} onPick={setPicked} />
        </>
      }
    >
      <ProblemNotice problem={error} />
      <p className="note" role="status">
        {rows.length === 0 ? say.noneFits : rows.length < all.length ? say.shownOf(rows.length, all.length) : ''}
      </p>
      <EveryNumberTable frame={frame} rows={rows} metrics={metrics} sorting={sorting} onSort={setSorting} />
    </ChartFigure>
  )
}
