import { answer } from '@/app/api/answer'
import { readBody, readQuery } from '@/app/api/read-request'
import { authorise } from '@/lib/auth/authorise'
import { createModelVersion, listModelVersions } from '@/lib/db/model-versions'
import { ListQuery } from '@/lib/wire/listing'
import { ModelVersionDraft } from '@/lib/wire/model'

type Context = RouteContext<'/api/v1/projects/[projectId]/models/[modelId]/versions'>

export const GET = answer(async (request: Request, { params }: Context) => {
  const { projectId, modelId } = await params
  const access = await authorise(request, 'model:read', modelId, projectId)
  return Response.json(await listModelVersions(access, readQuery(request, ListQuery)))
})

export const POST = answer(async (request: Request, { params }: Context) => {
  const { projectId, modelId } = await params
  const access = await authorise(request, 'model:change', modelId, projectId)
  const version = await createModelVersion(access, await readBody(request, ModelVersionDraft))
  const location = `/api/v1/projects/${access.projectId}/model-versions/${version.id}`
  return Response.json(version, { status: 201, headers: { location } })
})
