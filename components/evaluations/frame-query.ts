import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { EvaluationView } from '@/lib/wire/evaluation-view'
import { fetchAnswerAndHeaders } from '@/lib/wire/fetch-answer'
import { MetricFrame } from '@/lib/wire/metric-frame'

/** A MetricFrame, and the job that is still computing its findings. */
export interface FrameAnswer {
  frame: MetricFrame
  findingsJob: number | undefined
}

/** Where the API has the MetricFrame of a view. */
export function frameAddress(projectId: number, evaluationId: number, view: EvaluationView): string {
  const asked = Object.entries(view).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return `/api/v1/projects/${projectId}/evaluations/${evaluationId}/frame?${new URLSearchParams(asked)}`
}

/** The MetricFrame of a view, asked for again every second until its findings are there. */
export function frameQuery(projectId: number, evaluationId: number, view: EvaluationView) {
  return queryOptions({
    queryKey: ['evaluations', evaluationId, 'frame', view],
    queryFn: async ({ signal }): Promise<FrameAnswer> => {
      const address = frameAddress(projectId, evaluationId, view)
      const { answer, headers } = await fetchAnswerAndHeaders(MetricFrame, address, { signal })
      return { frame: answer, findingsJob: findingsJobOf(headers.get('equiscope-findings')) }
    },
    refetchInterval: ({ state }) => (state.data?.findingsJob === undefined ? false : 1000),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY, // an evaluation never changes: new predictions are a new evaluation
  })
}

/** `computing; job=12`: the job that computes the findings; undefined once they are there. */
export function findingsJobOf(header: string | null): number | undefined {
  const job = /^computing;\s*job=(\d+)/.exec(header ?? '')
  return job ? Number(job[1]) : undefined
}
