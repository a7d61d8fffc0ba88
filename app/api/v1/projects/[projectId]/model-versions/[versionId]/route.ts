import { answer } from '@/app/api/answer'
import { readBody } from '@/app/api/read-request'
import { authorise } from '@/lib/auth/authorise'
import { changeModelVersion, deleteModelVersion, readModelVersion } from '@/lib/db/model-versions'
import { sweepArtefacts } from '@/lib/jobs/artefact-folder'
import { ModelVersionChange } from '@/lib/wire/model'

type Context = RouteContext<'/api/v1/projects/[projectId]/model-versions/[versionId]'>

export const GET = answer(async (request: Request, { params }: Context) => {
  const { projectId, versionId } = await params
  return Response.json(await readModelVersion(await authorise(request, 'model-version:read', versionId, projectId)))
})

export const PATCH = answer(async (request: Request, { params }: Context) => {
  const { projectId, versionId } = await params
  const access = await authorise(request, 'model-version:change', versionId, projectId)
  return Response.json(await changeModelVersion(access, await readBody(request, ModelVersionChange)))
})

export const DELETE = answer(async (request: Request, { params }: Context) => {
  const { projectId, versionId } = await params
  await deleteModelVersion(await authorise(request, 'model-version:delete', versionId, projectId))
  await sweepArtefacts()
  return new Response(null, { status: 204 })
})
