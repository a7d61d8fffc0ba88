import { answer } from '@/app/api/answer'
import { readQuery } from '@/app/api/read-request'
import { authorise } from '@/lib/auth/authorise'
import { readCalibration } from '@/lib/frames/read-calibration'
import { EvaluationView } from '@/lib/wire/evaluation-view'

type Context = RouteContext<'/api/v1/projects/[projectId]/evaluations/[evaluationId]/calibration'>

/** What was predicted and what was observed in each slice of a view. */
export const GET = answer(async (request: Request, { params }: Context) => {
  const { projectId, evaluationId } = await params
  const access = await authorise(request, 'evaluation:read', evaluationId, projectId)
  const { body } = await readCalibration(access, readQuery(request, EvaluationView))
  return new Response(body as BodyInit, { headers: { 'content-type': 'application/json' } })
})
