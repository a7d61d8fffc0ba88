import { queryOptions } from '@tanstack/react-query'
import { fetchAnswer } from '@/lib/wire/fetch-answer'
import { EvaluationStanding } from '@/lib/wire/standing'
import { evaluationAddress } from './frame-query'

/** How the tasks of an evaluation stand, asked for again until all were tested. */
export function standingQuery(projectId: number, evaluationId: number) {
  return queryOptions({
    queryKey: ['evaluations', evaluationId, 'standing'],
    queryFn: ({ signal }) =>
      fetchAnswer(EvaluationStanding, `${evaluationAddress(projectId, evaluationId)}/standing`, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.tasks.some(({ findings }) => findings.state === 'computing') ? 1500 : false,
  })
}
