import { answer } from '@/app/api/answer'
import { authorise } from '@/lib/auth/authorise'
import { countEvaluation } from '@/lib/db/evaluations'

type Context = RouteContext<'/api/v1/projects/[projectId]/evaluations/[evaluationId]/contents'>

/** What goes when the evaluation is deleted. */
export const GET = answer(async (request: Request, { params }: Context) => {
  const { projectId, evaluationId } = await params
  return Response.json(await countEvaluation(await authorise(request, 'evaluation:read', evaluationId, projectId)))
})
