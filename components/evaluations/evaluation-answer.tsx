'use client'

import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { Evaluation } from '@/lib/wire/evaluation'
import type { EvaluationFacts } from '@/lib/wire/evaluation-facts'
import { curvesQuery } from './answer-queries'
import { ByGroup } from './by-group'
import { ChartPanels } from './chart-panels'
import { FindingsPanel } from './findings-panel'
import { type FrameAnswer, frameAddress } from './frame-query'
import { groupCounts } from './group-counts'
import { NotKnownPanel } from './not-known-panel'
import { RunProvenance } from './run-provenance'
import { ThresholdPanel } from './threshold-panel'
import { usePlottedFamily } from './use-plotted-family'
import { useView } from './use-view'
import { words } from './words'

interface EvaluationAnswerProps {
  evaluation: Evaluation
  answer: FrameAnswer
  facts: EvaluationFacts | undefined
}

/** All panels of an answer, from the findings to every number. */
export function EvaluationAnswer({ evaluation, answer, facts }: EvaluationAnswerProps) {
  const { frame, findings } = answer
  const { id, projectId, inTrainingData, name } = evaluation
  const { view, shown } = useView()
  const family = usePlottedFamily(answer, shown.family)
  const { data: drawn } = useQuery(curvesQuery(projectId, id, view))
  const curves = drawn?.task === frame.task ? drawn : undefined // while others load, the last stay with the last frame
  const counts = useMemo(() => curves && groupCounts(curves, view.against), [curves, view.against])
  const countsOf = useCallback((group: string) => counts?.get(group), [counts])
  const panel = { evaluation, view, frame, family, facts }
  return (
    <>
      <div className="answer">
        <FindingsPanel evaluation={evaluation} view={view} frame={frame} findings={findings} facts={facts} />
        <NotKnownPanel frame={frame} inTrainingData={inTrainingData} facts={facts} />
      </div>
      <ThresholdPanel {...{ evaluation, frame, family, facts, curves, countsOf }} />
      <ByGroup evaluation={evaluation} frame={frame} facts={facts} countsOf={countsOf} />
      <ChartPanels {...panel} />
      <RunProvenance evaluation={evaluation} />
      <p className="note source">
        <a href={frameAddress(projectId, id, view)} download={`${name}.json`}>
          {words.download}
        </a>{' '}
        {words.source(frame.source.name, frame.source.sha256)}
      </p>
    </>
  )
}
