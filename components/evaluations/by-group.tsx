'use client'

import { useMemo } from 'react'
import { ForestLegend } from '@/components/charts/forest-legend'
import type { ComparedCounts } from '@/components/charts/forest-live'
import type { ForestMetric } from '@/components/charts/forest-row'
import { ForestTable } from '@/components/charts/forest-table'
import { Segments } from '@/components/ui/segments'
import type { Evaluation } from '@/lib/wire/evaluation'
import type { EvaluationFacts } from '@/lib/wire/evaluation-facts'
import type { MetricFrame } from '@/lib/wire/metric-frame'
import { type MetricKey, metricKeys } from '@/lib/wire/metric-key'
import { forestPlot } from './forest-rows'
import { metricsToAsk, shownMetric, shownMetrics } from './shown-metric'
import { sourceLine } from './source-line'
import { useView } from './use-view'
import { words } from './view-words'

interface ByGroupProps {
  evaluation: Evaluation
  frame: MetricFrame
  facts: EvaluationFacts | undefined
  countsOf: (group: string) => ComparedCounts | undefined
}

/** Every group by three metrics: where each stands, how surely, and against whom. */
export function ByGroup({ evaluation, frame, facts, countsOf }: ByGroupProps) {
  const { view, shown, change } = useView()
  const isDifference = shown.show === 'differences'
  const plot = useMemo(() => {
    const metrics = shownMetrics(shown.columns, frame)
    return forestPlot(frame, metrics, facts?.attributes ?? [], view.against)
  }, [frame, facts, shown.columns, view.against])
  const only = Math.max(
    0,
    plot.metrics.findIndex(({ key }) => key === shown.metric),
  )
  const choose = (at: number, key: MetricKey) => {
    const columns = plot.metrics.map((metric, column) => (column === at ? key : metric.key))
    change({ columns: columns.join(','), metrics: metricsToAsk(columns), metric: key })
  }
  return (
    <section className="panel flush by-group" aria-labelledby="by-group">
      <header>
        <h2 id="by-group">{words.byGroup}</h2>
        <Segments
          label={words.show}
          value={isDifference ? 'differences' : 'values'}
          options={[
            ['values', words.values],
            ['differences', words.differences],
          ]}
          onChange={(show) => change({ show: show === 'values' ? undefined : 'differences' })}
        />
        <ForestLegend isAgainstSlice={view.against !== undefined} />
        <div className="one-metric">
          <Segments
            label={words.metricShown}
            value={plot.metrics[only].key}
            options={plot.metrics.map(({ key, title }) => [key, title])}
            onChange={(metric) => change({ metric }, 'replace')}
          />
        </div>
      </header>
      <div className="forests">
        <ForestTable
          title={words.byGroup}
          plot={plot}
          isDifference={isDifference}
          margin={frame.settings.margin}
          only={only}
          countsOf={countsOf}
          head={(metric, at) => (
            <MetricChoice metric={metric} others={plot.metrics} frame={frame} onChoose={(key) => choose(at, key)} />
          )}
        />
      </div>
      {view.against !== undefined && <p className="note inside">{words.againstNote}</p>}
      <p className="note inside figure-source">{sourceLine(frame, evaluation, facts)}</p>
    </section>
  )
}

interface MetricChoiceProps {
  metric: ForestMetric
  others: ForestMetric[]
  frame: MetricFrame
  onChoose: (key: MetricKey) => void
}

/** The name of a column, which is the way to choose another. */
function MetricChoice({ metric, others, frame, onChoose }: MetricChoiceProps) {
  const taken = others.map(({ key }) => key).filter((key) => key !== metric.key)
  return (
    <select
      className="metric-choice"
      aria-label={words.column(metric.title)}
      value={metric.key}
      onChange={({ target }) => onChoose(target.value as MetricKey)}
    >
      {metricKeys.map((key) => (
        <option key={key} value={key} disabled={taken.includes(key)}>
          {shownMetric(key, frame).title}
        </option>
      ))}
    </select>
  )
}
