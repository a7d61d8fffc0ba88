import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { EvaluationCurves } from '@/lib/wire/curves'
import { EvaluationFacts } from '@/lib/wire/evaluation-facts'
import type { EvaluationView } from '@/lib/wire/evaluation-view'
import { fetchAnswer } from '@/lib/wire/fetch-answer'
import { evaluationAddress } from './frame-query'

/** What a view of an evaluation can choose from. */
export function factsQuery(projectId: number, evaluationId: number) {
  return queryOptions({
    queryKey: ['evaluations', evaluationId, 'facts'],
    queryFn: ({ signal }) =>
      fetchAnswer(EvaluationFacts, `${evaluationAddress(projectId, evaluationId)}/facts`, { signal }),
  })
}

/** Where the scores of the groups of a view lie; a threshold, a margin or a comparator change nothing about it. */
export function curvesQuery(projectId: number, evaluationId: number, view: EvaluationView) {
  const { task, by, split, filter } = view
  const asked = Object.entries({ task, by, split, filter }).filter(([, value]) => value !== undefined)
  return queryOptions({
    queryKey: ['evaluations', evaluationId, 'curves', { task, by, split, filter }],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams(asked as [string, string][])
      return fetchAnswer(EvaluationCurves, `${evaluationAddress(projectId, evaluationId)}/curves?${query}`, { signal })
    },
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  })
}
