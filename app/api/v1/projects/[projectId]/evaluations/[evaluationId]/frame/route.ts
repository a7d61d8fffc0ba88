import { answer } from '@/app/api/answer'
import { readQuery } from '@/app/api/read-request'
import { authorise } from '@/lib/auth/authorise'
import { readMetricFrame } from '@/lib/frames/read-metric-frame'
import { wakeJobs } from '@/lib/jobs/wake-jobs'
import { EvaluationView } from '@/lib/wire/evaluation-view'
import { findingsHeader, printFindingsState } from '@/lib/wire/findings-state'

type Context = RouteContext<'/api/v1/projects/[projectId]/evaluations/[evaluationId]/frame'>

/** The MetricFrame in a view; a header says whether its findings are there yet. */
export const GET = answer(async (request: Request, { params }: Context) => {
  const { projectId, evaluationId } = await params
  const access = await authorise(request, 'evaluation:read', evaluationId, projectId)
  const { body, findings } = await readMetricFrame(access, readQuery(request, EvaluationView))
  if (findings.state === 'computing') wakeJobs()
  const headers = { 'content-type': 'application/json', [findingsHeader]: printFindingsState(findings) }
  return new Response(body as BodyInit, { headers })
})
