import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ProblemNotice } from '@/components/ui/problem-notice'
import type { Evaluation } from '@/lib/wire/evaluation'
import type { EvaluationView } from '@/lib/wire/evaluation-view'
import { fetchAnswer } from '@/lib/wire/fetch-answer'
import { FindingsState } from '@/lib/wire/findings-state'
import { evaluationAddress, frameQuery } from './frame-query'
import { words } from './words'

interface TestViewProps {
  evaluation: Evaluation
  view: EvaluationView
  seconds: number
  hasFailed: boolean
}

/** Starts the tests of a view for which they take too long to start by themselves. */
export function TestView({ evaluation: { id, projectId }, view, seconds, hasFailed }: TestViewProps) {
  const client = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      fetchAnswer(FindingsState, `${evaluationAddress(projectId, id)}/findings`, { method: 'POST', body: view }),
    onSuccess: () => client.invalidateQueries({ queryKey: frameQuery(projectId, id, view).queryKey }),
  })
  return (
    <>
      {hasFailed && <p>{words.testFailed}</p>}
      <p>{words.notTestedWhy(seconds)}</p>
      <p>
        <button type="button" className="button" disabled={isPending} onClick={() => mutate()}>
          {isPending ? words.starting : words.testView}
        </button>
      </p>
      <ProblemNotice problem={error} />
    </>
  )
}
