import { answer } from '@/app/api/answer'
import { authorise } from '@/lib/auth/authorise'
import { readViewChoices } from '@/lib/db/view-choices'

type Context = RouteContext<'/api/v1/projects/[projectId]/evaluations/[evaluationId]/facts'>

/** What a view of an evaluation can choose from. */
export const GET = answer(async (request: Request, { params }: Context) => {
  const { projectId, evaluationId } = await params
  return Response.json(await readViewChoices(await authorise(request, 'evaluation:read', evaluationId, projectId)))
})
