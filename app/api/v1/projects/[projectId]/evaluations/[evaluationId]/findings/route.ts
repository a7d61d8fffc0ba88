import { answer } from '@/app/api/answer'
import { readBody, readQuery } from '@/app/api/read-request'
import { authorise } from '@/lib/auth/authorise'
import { readFindingsState, startFindings } from '@/lib/frames/read-metric-frame'
import { wakeJobs } from '@/lib/jobs/wake-jobs'
import { EvaluationView } from '@/lib/wire/evaluation-view'

type Context = RouteContext<'/api/v1/projects/[projectId]/evaluations/[evaluationId]/findings'>

/** Whether the findings of a view are there. */
export const GET = answer(async (request: Request, { params }: Context) => {
  const { projectId, evaluationId } = await params
  const access = await authorise(request, 'evaluation:read', evaluationId, projectId)
  return Response.json(await readFindingsState(access, readQuery(request, EvaluationView)))
})

/** "Test this view": starts the findings, unless they are there or on their way. */
export const POST = answer(async (request: Request, { params }: Context) => {
  const { projectId, evaluationId } = await params
  const access = await authorise(request, 'evaluation:read', evaluationId, projectId)
  const findings = await startFindings(access, await readBody(request, EvaluationView))
  wakeJobs()
  return Response.json(findings, { status: findings.state === 'ready' ? 200 : 202 })
})
