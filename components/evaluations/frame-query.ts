import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { EvaluationView } from '@/lib/wire/evaluation-view'
import { fetchAnswer, fetchAnswerAndHeaders } from '@/lib/wire/fetch-answer'
import { FindingsState, findingsHeader, parseFindingsState } from '@/lib/wire/findings-state'
import { MetricFrame } from '@/lib/wire/metric-frame'

/** A MetricFrame, and whether its findings are there yet. */
export interface FrameAnswer {
  frame: MetricFrame
  findings: FindingsState
}

export const evaluationAddress = (projectId: number, evaluationId: number) =>
  `/api/v1/projects/${projectId}/evaluations/${evaluationId}`

function printView(view: EvaluationView): string {
  const asked = Object.entries(view).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return String(new URLSearchParams(asked))
}

/** Where the API has the MetricFrame of a view. */
export function frameAddress(projectId: number, evaluationId: number, view: EvaluationView): string {
  return `${evaluationAddress(projectId, evaluationId)}/frame?${printView(view)}`
}

/** The MetricFrame of a view; every second it is asked whether its findings are there, and it is fetched when they are. */
export function frameQuery(projectId: number, evaluationId: number, view: EvaluationView) {
  return queryOptions({
    queryKey: ['evaluations', evaluationId, 'frame', view],
    queryFn: async ({ signal, client, queryKey }): Promise<FrameAnswer> => {
      const known = client.getQueryData<FrameAnswer>(queryKey)
      if (known?.findings.state === 'computing') {
        const asked = `${evaluationAddress(projectId, evaluationId)}/findings?${printView(view)}`
        const findings = await fetchAnswer(FindingsState, asked, { signal })
        if (findings.state === 'computing') return { ...known, findings }
      }
      const address = frameAddress(projectId, evaluationId, view)
      const { answer, headers } = await fetchAnswerAndHeaders(MetricFrame, address, { signal })
      const findings = parseFindingsState(headers.get(findingsHeader))
      return { frame: answer, findings: findings ?? { state: 'ready', jobId: null, estimatedSeconds: 0 } }
    },
    refetchInterval: ({ state }) => (state.data?.findings.state === 'computing' ? 1000 : false),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY, // an evaluation never changes: new predictions are a new evaluation
  })
}
