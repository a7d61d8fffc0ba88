import { answer } from '@/app/api/answer'
import { readQuery } from '@/app/api/read-request'
import { authorise } from '@/lib/auth/authorise'
import { readCurves } from '@/lib/frames/read-curves'
import { EvaluationView } from '@/lib/wire/evaluation-view'

type Context = RouteContext<'/api/v1/projects/[projectId]/evaluations/[evaluationId]/curves'>

/** Where the scores of each slice lie in a view. */
export const GET = answer(async (request: Request, { params }: Context) => {
  const { projectId, evaluationId } = await params
  const access = await authorise(request, 'evaluation:read', evaluationId, projectId)
  const { body } = await readCurves(access, readQuery(request, EvaluationView))
  return new Response(body as BodyInit, { headers: { 'content-type': 'application/json' } })
})
