import { answer } from '@/app/api/answer'
import { readBody, readQuery } from '@/app/api/read-request'
import { authorise } from '@/lib/auth/authorise'
import { createOperatingPoint, listOperatingPoints } from '@/lib/db/operating-points'
import { OperatingPointDraft, OperatingPointQuery } from '@/lib/wire/operating-point'

type Context = RouteContext<'/api/v1/projects/[projectId]/model-versions/[versionId]/operating-points'>

export const GET = answer(async (request: Request, { params }: Context) => {
  const { projectId, versionId } = await params
  const access = await authorise(request, 'model-version:read', versionId, projectId)
  return Response.json(await listOperatingPoints(access, readQuery(request, OperatingPointQuery)))
})

export const POST = answer(async (request: Request, { params }: Context) => {
  const { projectId, versionId } = await params
  const access = await authorise(request, 'model-version:change', versionId, projectId)
  const point = await createOperatingPoint(access, await readBody(request, OperatingPointDraft))
  return Response.json(point, { status: 201 })
})
