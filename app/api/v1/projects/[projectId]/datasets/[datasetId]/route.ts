import { answer } from '@/app/api/answer'
import { readBody } from '@/app/api/read-request'
import { authorise } from '@/lib/auth/authorise'
import { changeDataset, deleteDataset, readDataset } from '@/lib/db/datasets'
import { NamedChange } from '@/lib/wire/dataset'

type Context = RouteContext<'/api/v1/projects/[projectId]/datasets/[datasetId]'>

export const GET = answer(async (request: Request, { params }: Context) => {
  const { projectId, datasetId } = await params
  return Response.json(await readDataset(await authorise(request, 'dataset:read', datasetId, projectId)))
})

export const PATCH = answer(async (request: Request, { params }: Context) => {
  const { projectId, datasetId } = await params
  const access = await authorise(request, 'dataset:change', datasetId, projectId)
  return Response.json(await changeDataset(access, await readBody(request, NamedChange)))
})

export const DELETE = answer(async (request: Request, { params }: Context) => {
  const { projectId, datasetId } = await params
  await deleteDataset(await authorise(request, 'dataset:delete', datasetId, projectId))
  return new Response(null, { status: 204 })
})
