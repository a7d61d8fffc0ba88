import { answer } from '@/app/api/answer'
import { readBody } from '@/app/api/read-request'
import { authorise } from '@/lib/auth/authorise'
import { changeEvaluation, deleteEvaluation, readEvaluation } from '@/lib/db/evaluations'
import { EvaluationChange } from '@/lib/wire/evaluation'

type Context = RouteContext<'/api/v1/projects/[projectId]/evaluations/[evaluationId]'>

export const GET = answer(async (request: Request, { params }: Context) => {
  const { projectId, evaluationId } = await params
  return Response.json(await readEvaluation(await authorise(request, 'evaluation:read', evaluationId, projectId)))
})

export const PATCH = answer(async (request: Request, { params }: Context) => {
  const { projectId, evaluationId } = await params
  const access = await authorise(request, 'evaluation:change', evaluationId, projectId)
  return Response.json(await changeEvaluation(access, await readBody(request, EvaluationChange)))
})

export const DELETE = answer(async (request: Request, { params }: Context) => {
  const { projectId, evaluationId } = await params
  await deleteEvaluation(await authorise(request, 'evaluation:delete', evaluationId, projectId))
  return new Response(null, { status: 204 })
})
