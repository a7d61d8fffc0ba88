import { answer } from '@/app/api/answer'
import { readQuery } from '@/app/api/read-request'
import { authorise } from '@/lib/auth/authorise'
import { listTasks } from '@/lib/db/tasks'
import { ListQuery } from '@/lib/wire/listing'

export const GET = answer(async (request: Request, { params }: RouteContext<'/api/v1/projects/[projectId]/tasks'>) => {
  const { projectId } = await params
  const access = await authorise(request, 'task:list', projectId)
  return Response.json(await listTasks(access, readQuery(request, ListQuery)))
})
