import { answer } from '@/app/api/answer'
import { readBody } from '@/app/api/read-request'
import { authorise } from '@/lib/auth/authorise'
import { copyModelVersion } from '@/lib/db/model-versions'
import { ModelVersionCopy } from '@/lib/wire/model'

type Context = RouteContext<'/api/v1/projects/[projectId]/model-versions/[versionId]/copy'>

/** Makes another version of the same file and specification, which may then be changed. */
export const POST = answer(async (request: Request, { params }: Context) => {
  const { projectId, versionId } = await params
  await authorise(request, 'model-version:create', projectId)
  const access = await authorise(request, 'model-version:read', versionId, projectId)
  const copy = await copyModelVersion(access, await readBody(request, ModelVersionCopy))
  const location = `/api/v1/projects/${projectId}/model-versions/${copy.id}`
  return Response.json(copy, { status: 201, headers: { location } })
})
