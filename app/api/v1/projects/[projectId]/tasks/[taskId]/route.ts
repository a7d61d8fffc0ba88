import { answer } from '@/app/api/answer'
import { readBody } from '@/app/api/read-request'
import { authorise } from '@/lib/auth/authorise'
import { changeTask, deleteTask, readTask } from '@/lib/db/tasks'
import { TaskChange } from '@/lib/wire/task'

type Context = RouteContext<'/api/v1/projects/[projectId]/tasks/[taskId]'>

export const GET = answer(async (request: Request, { params }: Context) => {
  const { projectId, taskId } = await params
  return Response.json(await readTask(await authorise(request, 'task:read', taskId, projectId)))
})

export const PATCH = answer(async (request: Request, { params }: Context) => {
  const { projectId, taskId } = await params
  const access = await authorise(request, 'task:change', taskId, projectId)
  return Response.json(await changeTask(access, await readBody(request, TaskChange)))
})

export const DELETE = answer(async (request: Request, { params }: Context) => {
  const { projectId, taskId } = await params
  await deleteTask(await authorise(request, 'task:delete', taskId, projectId))
  return new Response(null, { status: 204 })
})
