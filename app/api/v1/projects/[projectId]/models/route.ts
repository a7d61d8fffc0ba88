import { answer } from '@/app/api/answer'
import { readBody, readQuery } from '@/app/api/read-request'
import { authorise } from '@/lib/auth/authorise'
import { createModel, listModels } from '@/lib/db/models'
import { ListQuery } from '@/lib/wire/listing'
import { ModelDraft } from '@/lib/wire/model'

type Context = RouteContext<'/api/v1/projects/[projectId]/models'>

export const GET = answer(async (request: Request, { params }: Context) => {
  const { projectId } = await params
  const access = await authorise(request, 'model:list', projectId)
  return Response.json(await listModels(access, readQuery(request, ListQuery)))
})

export const POST = answer(async (request: Request, { params }: Context) => {
  const { projectId } = await params
  const access = await authorise(request, 'model:create', projectId)
  const model = await createModel(access, await readBody(request, ModelDraft))
  const location = `/api/v1/projects/${model.projectId}/models/${model.id}`
  return Response.json(model, { status: 201, headers: { location } })
})
