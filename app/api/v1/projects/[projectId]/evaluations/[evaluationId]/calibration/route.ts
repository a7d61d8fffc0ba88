import { answer } from '@/app/api/answer'
import { keptResponse } from '@/app/api/kept-response'
import { readQuery } from '@/app/api/read-request'
import { authorise } from '@/lib/auth/authorise'
import { readCalibration } from '@/lib/frames/read-calibration'
import { EvaluationView } from '@/lib/wire/evaluation-view'

type Context = RouteContext<'/api/v1/projects/[projectId]/evaluations/[evaluationId]/calibration'>

/** What was predicted and what was observed in each slice of a view. */
export const GET = answer(async (request: Request, { params }: Context) => {
  const { projectId, evaluationId } = await params
  const access = await authorise(request, 'evaluation:read', evaluationId, projectId)
  return keptResponse(request, await readCalibration(access, readQuery(request, EvaluationView)))
})
