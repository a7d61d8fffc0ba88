'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { ChartSourceProvider } from '@/components/charts/chart-source'
import { ChartsAsTablesProvider } from '@/components/charts/charts-as-tables'
import { Hatching } from '@/components/charts/hatching'
import { useLinkedGroups } from '@/components/charts/linked-group'
import { LiveThresholdContext, liveThreshold } from '@/components/charts/live-threshold'
import { Bars } from '@/components/ui/bars'
import { ProblemNotice } from '@/components/ui/problem-notice'
import type { Evaluation } from '@/lib/wire/evaluation'
import { factsQuery } from './answer-queries'
import { EvaluationAnswer } from './evaluation-answer'
import { fileSource } from './file-source'
import { headline } from './headline'
import { ReversedNotice } from './not-known-panel'
import { PageHead } from './page-head'
import { Subject } from './subject'
import { TaskStanding } from './task-standing'
import { useFrame } from './use-frame'
import { useView } from './use-view'
import { printAddress } from './view-address'
import { ViewBar } from './view-bar'
import { words } from './view-words'

interface EvaluationViewProps {
  evaluation: Evaluation
  tasks: string[]
}

/** For whom the model works less well, how surely, and what is not known: the frame of the page and what it waits for. */
export function EvaluationView({ evaluation, tasks }: EvaluationViewProps) {
  const { id, projectId, name } = evaluation
  const { view, shown } = useView()
  const { answer, error, isStale } = useFrame(projectId, id, view)
  const { data: facts } = useQuery(factsQuery(projectId, id))
  const [live] = useState(liveThreshold)
  const root = useRef<HTMLDivElement>(null)
  useLinkedGroups(root)
  useEffect(
    () =>
      live.subscribe((edge) => {
        root.current?.toggleAttribute('data-moving', edge !== undefined)
        if (edge === undefined) root.current?.toggleAttribute('data-settled', true)
      }),
    [live],
  )
  // the exact numbers are there, or cannot be
  useEffect(() => {
    if (answer && !isStale) live.rest()
  }, [live, answer, isStale])
  const { frame, findings } = answer ?? {}
  const title = useMemo(() => (frame && findings ? headline(frame, findings.state) : name), [frame, findings, name])
  const source = frame && fileSource(frame, evaluation, facts, view)
  const hrefOf = (task: string) =>
    `?${printAddress({ ...shown, ...view, task, threshold: undefined, family: undefined })}`
  return (
    <LiveThresholdContext value={live}>
      <ChartSourceProvider source={source}>
        <ChartsAsTablesProvider asTables={shown.tables === '1'}>
          <div className={shown.tables === '1' ? 'evaluation as-tables' : 'evaluation'} ref={root}>
            <Hatching />
            <div>
              <PageHead title={title} frame={frame} />
              <Subject evaluation={evaluation} frame={frame} facts={facts} />
            </div>
            {frame && <ReversedNotice frame={frame} />}
            <ViewBar evaluation={evaluation} tasks={tasks} facts={facts} frame={frame} />
            {error && answer && <p className="told">{words.frameFailed}</p>}
            <ProblemNotice problem={error} />
            {isStale && (
              <p className="stale-note" role="status">
                {words.stale}
              </p>
            )}
            {tasks.length > 1 && (
              <TaskStanding projectId={projectId} evaluationId={id} task={frame?.task} hrefOf={hrefOf} />
            )}
            {answer ? (
              <EvaluationAnswer evaluation={evaluation} answer={answer} facts={facts} />
            ) : (
              !error && (
                <section className="panel waiting">
                  <Bars rows={14} />
                </section>
              )
            )}
          </div>
        </ChartsAsTablesProvider>
      </ChartSourceProvider>
    </LiveThresholdContext>
  )
}
