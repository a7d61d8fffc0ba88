import { answer } from '@/app/api/answer'
import { readBody } from '@/app/api/read-request'
import { authorise } from '@/lib/auth/authorise'
import { changeModel, deleteModel, readModel } from '@/lib/db/models'
import { sweepArtefacts } from '@/lib/jobs/artefact-folder'
import { NamedChange } from '@/lib/wire/dataset'

type Context = RouteContext<'/api/v1/projects/[projectId]/models/[modelId]'>

export const GET = answer(async (request: Request, { params }: Context) => {
  const { projectId, modelId } = await params
  return Response.json(await readModel(await authorise(request, 'model:read', modelId, projectId)))
})

export const PATCH = answer(async (request: Request, { params }: Context) => {
  const { projectId, modelId } = await params
  const access = await authorise(request, 'model:change', modelId, projectId)
  return Response.json(await changeModel(access, await readBody(request, NamedChange)))
})

export const DELETE = answer(async (request: Request, { params }: Context) => {
  const { projectId, modelId } = await params
  await deleteModel(await authorise(request, 'model:delete', modelId, projectId))
  await sweepArtefacts()
  return new Response(null, { status: 204 })
})
