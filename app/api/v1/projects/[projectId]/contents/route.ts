import { answer } from '@/app/api/answer'
import { authorise } from '@/lib/auth/authorise'
import { countProject } from '@/lib/db/projects'

/** What goes when the project is deleted. */
export const GET = answer(
  async (request: Request, { params }: RouteContext<'/api/v1/projects/[projectId]/contents'>) => {
    const { projectId } = await params
    return Response.json(await countProject(await authorise(request, 'project:read', projectId)))
  },
)
