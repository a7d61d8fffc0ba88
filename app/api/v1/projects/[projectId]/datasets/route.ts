import { answer } from '@/app/api/answer'
import { readQuery } from '@/app/api/read-request'
import { authorise } from '@/lib/auth/authorise'
import { listDatasets } from '@/lib/db/datasets'
import { ListQuery } from '@/lib/wire/listing'

export const GET = answer(
  async (request: Request, { params }: RouteContext<'/api/v1/projects/[projectId]/datasets'>) => {
    const { projectId } = await params
    const access = await authorise(request, 'dataset:list', projectId)
    return Response.json(await listDatasets(access, readQuery(request, ListQuery)))
  },
)
