import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { EvaluationCalibration } from '@/lib/wire/calibration'
import { EvaluationCurves } from '@/lib/wire/curves'
import { EvaluationFacts } from '@/lib/wire/evaluation-facts'
import type { EvaluationView } from '@/lib/wire/evaluation-view'
import { fetchAnswer } from '@/lib/wire/fetch-answer'
import type { MetricKey } from '@/lib/wire/metric-key'
import { evaluationAddress, frameQuery } from './frame-query'

/** What curves depend on of a view: neither threshold nor tests change them, so that a drag asks for nothing. */
function curvesPart({ task, by, split, filter }: EvaluationView): EvaluationView {
  return { task, by, split, filter }
}

function query(view: EvaluationView): string {
  return String(
    new URLSearchParams(
      Object.entries(view).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
    ),
  )
}

/** Where the scores of every slice of a view lie. */
export function curvesQuery(projectId: number, evaluationId: number, view: EvaluationView) {
  const part = curvesPart(view)
  return queryOptions({
    queryKey: ['evaluations', evaluationId, 'curves', part],
    queryFn: ({ signal }) =>
      fetchAnswer(EvaluationCurves, `${evaluationAddress(projectId, evaluationId)}/curves?${query(part)}`, { signal }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** What scores promise and what is observed, for every slice of a view. */
export function calibrationQuery(projectId: number, evaluationId: number, view: EvaluationView) {
  const part = curvesPart(view)
  const address = `${evaluationAddress(projectId, evaluationId)}/calibration?${query(part)}`
  return queryOptions({
    queryKey: ['evaluations', evaluationId, 'calibration', part],
    queryFn: ({ signal }) => fetchAnswer(EvaluationCalibration, address, { signal }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** What a view of an evaluation can choose from, and what it is called by. */
export function factsQuery(projectId: number, evaluationId: number) {
  return queryOptions({
    queryKey: ['evaluations', evaluationId, 'facts'],
    queryFn: ({ signal }) =>
      fetchAnswer(EvaluationFacts, `${evaluationAddress(projectId, evaluationId)}/facts`, { signal }),
    staleTime: 60_000,
  })
}

/**
 * Measures of metrics that a view does not ask for, in a frame of their own: asked for within the view they would be
 * another question, and its findings would have to be computed again.
 */
export function furtherMetricsQuery(
  projectId: number,
  evaluationId: number,
  view: EvaluationView,
  metrics: readonly MetricKey[],
) {
  return {
    ...frameQuery(projectId, evaluationId, { ...view, metrics: metrics.join(','), permutations: 0, adjust: undefined }),
    refetchInterval: false as const,
    enabled: metrics.length > 0,
  }
}
