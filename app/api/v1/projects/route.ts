import { answer } from '@/app/api/answer'
import { readBody, readQuery } from '@/app/api/read-request'
import { authorise } from '@/lib/auth/authorise'
import { createProject, listProjects } from '@/lib/db/projects'
import { ListQuery } from '@/lib/wire/listing'
import { ProjectDraft } from '@/lib/wire/project'

export const GET = answer(async (request: Request) => {
  const access = await authorise(request, 'project:list')
  return Response.json(await listProjects(access, readQuery(request, ListQuery)))
})

export const POST = answer(async (request: Request) => {
  const access = await authorise(request, 'project:create')
  const project = await createProject(access, await readBody(request, ProjectDraft))
  return Response.json(project, { status: 201, headers: { location: `/api/v1/projects/${project.id}` } })
})
