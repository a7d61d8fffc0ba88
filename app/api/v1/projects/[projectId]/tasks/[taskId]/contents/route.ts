import { answer } from '@/app/api/answer'
import { authorise } from '@/lib/auth/authorise'
import { countTask } from '@/lib/db/tasks'

type Context = RouteContext<'/api/v1/projects/[projectId]/tasks/[taskId]/contents'>

/** What goes when the task is deleted. */
export const GET = answer(async (request: Request, { params }: Context) => {
  const { projectId, taskId } = await params
  return Response.json(await countTask(await authorise(request, 'task:read', taskId, projectId)))
})
