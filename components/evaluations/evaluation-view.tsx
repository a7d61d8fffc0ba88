'use client'

import { useQuery } from '@tanstack/react-query'
import { Bars } from '@/components/ui/bars'
import { ProblemNotice } from '@/components/ui/problem-notice'
import type { Evaluation } from '@/lib/wire/evaluation'
import type { EvaluationView as View } from '@/lib/wire/evaluation-view'
import type { MetricFrame } from '@/lib/wire/metric-frame'
import { FamilyTable } from './family-table'
import { FindingsPanel } from './findings-panel'
import { frameAddress, frameQuery } from './frame-query'
import { headline } from './headline'
import { NotKnownPanel, ReversedNotice } from './not-known-panel'
import { ViewForm } from './view-form'
import { words } from './words'

interface EvaluationViewProps {
  evaluation: Evaluation
  tasks: string[]
  view: View
}

/** Whom the model works less well for, what is not known, and a table a family. */
export function EvaluationView({ evaluation, tasks, view }: EvaluationViewProps) {
  const { id, projectId, name, inTrainingData } = evaluation
  const { data, error, isPending } = useQuery(frameQuery(projectId, id, view))
  const { frame, findings } = data ?? {}
  const isComputing = findings?.state === 'computing'
  const page = `/projects/${projectId}/evaluations/${id}`
  return (
    <>
      <div>
        <h1 aria-live="polite">{frame && findings ? headline(frame, findings.state) : name}</h1>
        {frame && <Subject frame={frame} name={name} />}
      </div>
      {frame && <ReversedNotice frame={frame} />}
      <ViewForm page={page} view={view} tasks={tasks} task={frame?.task} />
      <ProblemNotice problem={error} />
      {isPending && (
        <section className="panel">
          <p role="status">{words.loading}</p>
          <Bars rows={8} />
        </section>
      )}
      {frame && findings && (
        <>
          <div className="answer">
            <FindingsPanel evaluation={evaluation} view={view} frame={frame} findings={findings} />
            <NotKnownPanel frame={frame} inTrainingData={inTrainingData} />
          </div>
          {frame.families.map((family) => (
            <FamilyTable key={family.by.join('+')} family={family} overall={frame.overall} isComputing={isComputing} />
          ))}
          <p className="note source">
            <a href={frameAddress(projectId, id, view)} download={`${name}.json`}>
              {words.download}
            </a>{' '}
            {words.source(frame.source.name, frame.source.sha256)}
          </p>
        </>
      )}
    </>
  )
}

function Subject({ frame, name }: { frame: MetricFrame; name: string }) {
  const { task, overall, threshold } = frame
  const rule = words.rules[threshold.rule] + (threshold.chosenOnTheseData ? words.chosenHere : '')
  const { n, subjects, positives } = overall
  return (
    <p>
      <b>{words.about(task, name)}</b>{' '}
      <span className="quiet">
        {n !== null && subjects !== null && positives !== null && `${words.size(n, subjects, positives)}, `}
        {threshold.value === null
          ? words.noThreshold
          : words.atThreshold(String(Number(threshold.value.toPrecision(3))), rule)}
      </span>
    </p>
  )
}
