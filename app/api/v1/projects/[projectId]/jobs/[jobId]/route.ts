import { answer } from '@/app/api/answer'
import { authorise } from '@/lib/auth/authorise'
import { readJob } from '@/lib/db/jobs'

export const GET = answer(
  async (request: Request, { params }: RouteContext<'/api/v1/projects/[projectId]/jobs/[jobId]'>) => {
    const { projectId, jobId } = await params
    return Response.json(await readJob(await authorise(request, 'job:read', jobId, projectId)))
  },
)
