'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { thresholdText } from '@/components/charts/ridge-words'
import { Dialog } from '@/components/ui/dialog'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { words as uiWords } from '@/components/ui/words'
import type { Evaluation } from '@/lib/wire/evaluation'
import type { EvaluationFacts } from '@/lib/wire/evaluation-facts'
import { fetchAnswer } from '@/lib/wire/fetch-answer'
import type { MetricFrame } from '@/lib/wire/metric-frame'
import { OperatingPoint } from '@/lib/wire/operating-point'
import { factsQuery } from './answer-queries'
import { ruleOf } from './threshold-rule'
import { useView } from './use-view'
import { words } from './view-words'

interface SaveOperatingPointProps {
  evaluation: Evaluation
  frame: MetricFrame
  facts: EvaluationFacts
  threshold: number
}

/** Keeps the threshold as the one at which the version decides; asks first, since it cannot be taken back. */
export function SaveOperatingPoint({ evaluation, frame, facts, threshold }: SaveOperatingPointProps) {
  const [isAsking, ask] = useState(false)
  const { view } = useView()
  const client = useQueryClient()
  const { task } = frame
  const points = facts.tasks.find(({ name }) => name === task)?.operatingPoints ?? []
  const { rule, target } = ruleOf(view.threshold)
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      fetchAnswer(
        OperatingPoint,
        `/api/v1/projects/${evaluation.projectId}/model-versions/${facts.versionId}/operating-points`,
        {
          method: 'POST',
          body: {
            task,
            rule: rule === 'opens' ? (frame.threshold.rule === 'given' ? 'fixed' : frame.threshold.rule) : rule,
            target: target !== undefined && target < 1 ? target : null,
            threshold,
            chosenOnId: evaluation.id,
          },
        },
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: factsQuery(evaluation.projectId, evaluation.id).queryKey })
      ask(false)
    },
  })
  const text = thresholdText(threshold)
  const version = `${facts.modelName} ${facts.versionName}`
  if (points[0]?.threshold === threshold) return <p className="operating">{words.isOperatingPoint(version, task)}</p>
  return (
    <>
      <button type="button" className="button operating" onClick={() => ask(true)}>
        {words.saveOperatingPoint}
      </button>
      {isAsking && (
        <Dialog title={words.saveTitle(text)} onClose={() => ask(false)}>
          <p>{words.saveMeans(version, task, points[0] && thresholdText(points[0].threshold))}</p>
          <ProblemNotice problem={error} />
          <p className="row">
            <button type="button" className="button filled" disabled={isPending} onClick={() => mutate()}>
              {words.saveIt(text)}
            </button>
            <button type="button" className="button" onClick={() => ask(false)}>
              {uiWords.cancel}
            </button>
          </p>
        </Dialog>
      )}
    </>
  )
}
