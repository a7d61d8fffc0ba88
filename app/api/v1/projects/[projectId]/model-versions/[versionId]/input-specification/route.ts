import { answer } from '@/app/api/answer'
import { readBody } from '@/app/api/read-request'
import { authorise } from '@/lib/auth/authorise'
import { changeInputSpecification } from '@/lib/db/artefacts'
import { InputSpecification } from '@/lib/wire/input-specification'

type Context = RouteContext<'/api/v1/projects/[projectId]/model-versions/[versionId]/input-specification'>

/** Says how the input of a version is made and its output read; the answer is the version. */
export const PUT = answer(async (request: Request, { params }: Context) => {
  const { projectId, versionId } = await params
  const access = await authorise(request, 'model-version:change', versionId, projectId)
  return Response.json(await changeInputSpecification(access, await readBody(request, InputSpecification)))
})
