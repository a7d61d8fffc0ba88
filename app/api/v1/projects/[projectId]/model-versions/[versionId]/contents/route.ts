import { answer } from '@/app/api/answer'
import { authorise } from '@/lib/auth/authorise'
import { countModelVersion } from '@/lib/db/model-versions'

type Context = RouteContext<'/api/v1/projects/[projectId]/model-versions/[versionId]/contents'>

/** What goes when the version is deleted. */
export const GET = answer(async (request: Request, { params }: Context) => {
  const { projectId, versionId } = await params
  return Response.json(await countModelVersion(await authorise(request, 'model-version:read', versionId, projectId)))
})
