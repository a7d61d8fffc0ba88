import { answer } from '@/app/api/answer'
import { readBody } from '@/app/api/read-request'
import { authorise } from '@/lib/auth/authorise'
import { changeProject, deleteProject, readProject } from '@/lib/db/projects'
import { sweepArtefacts } from '@/lib/jobs/artefact-folder'
import { ProjectChange } from '@/lib/wire/project'

type Context = RouteContext<'/api/v1/projects/[projectId]'>

export const GET = answer(async (request: Request, { params }: Context) => {
  const { projectId } = await params
  return Response.json(await readProject(await authorise(request, 'project:read', projectId)))
})

export const PATCH = answer(async (request: Request, { params }: Context) => {
  const { projectId } = await params
  const access = await authorise(request, 'project:change', projectId)
  return Response.json(await changeProject(access, await readBody(request, ProjectChange)))
})

export const DELETE = answer(async (request: Request, { params }: Context) => {
  const { projectId } = await params
  await deleteProject(await authorise(request, 'project:delete', projectId))
  await sweepArtefacts()
  return new Response(null, { status: 204 })
})
