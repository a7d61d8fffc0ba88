import { answer } from '@/app/api/answer'
import { authorise } from '@/lib/auth/authorise'
import { readProjectStanding } from '@/lib/frames/read-standing'

type Context = RouteContext<'/api/v1/projects/[projectId]/standing'>

/** How the models of a project stand; starts nothing. */
export const GET = answer(async (request: Request, { params }: Context) => {
  const { projectId } = await params
  return Response.json(await readProjectStanding(await authorise(request, 'project:read', projectId)))
})
