import { answer } from '@/app/api/answer'
import { readBody } from '@/app/api/read-request'
import { authorise } from '@/lib/auth/authorise'
import { changePrespecified } from '@/lib/db/prespecified'
import { PrespecifiedChange } from '@/lib/wire/evaluation-facts'

type Context = RouteContext<'/api/v1/projects/[projectId]/datasets/[datasetId]/prespecified'>

export const PUT = answer(async (request: Request, { params }: Context) => {
  const { projectId, datasetId } = await params
  const access = await authorise(request, 'dataset:change', datasetId, projectId)
  await changePrespecified(access, await readBody(request, PrespecifiedChange))
  return new Response(null, { status: 204 })
})
