import { answer } from '@/app/api/answer'
import { authorise } from '@/lib/auth/authorise'
import { countModel } from '@/lib/db/models'

type Context = RouteContext<'/api/v1/projects/[projectId]/models/[modelId]/contents'>

/** What goes when the model is deleted. */
export const GET = answer(async (request: Request, { params }: Context) => {
  const { projectId, modelId } = await params
  return Response.json(await countModel(await authorise(request, 'model:read', modelId, projectId)))
})
