import { answer } from '@/app/api/answer'
import { readQuery } from '@/app/api/read-request'
import { authorise } from '@/lib/auth/authorise'
import { listEvaluations } from '@/lib/db/evaluations'
import { ListQuery } from '@/lib/wire/listing'

export const GET = answer(
  async (request: Request, { params }: RouteContext<'/api/v1/projects/[projectId]/evaluations'>) => {
    const { projectId } = await params
    const access = await authorise(request, 'evaluation:list', projectId)
    return Response.json(await listEvaluations(access, readQuery(request, ListQuery)))
  },
)
