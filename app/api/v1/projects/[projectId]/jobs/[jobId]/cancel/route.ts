import { answer } from '@/app/api/answer'
import { authorise } from '@/lib/auth/authorise'
import { cancelJob } from '@/lib/db/jobs'

/** Asks a job to stop. One that has ended by then stays as it is, and the answer says so. */
export const POST = answer(
  async (request: Request, { params }: RouteContext<'/api/v1/projects/[projectId]/jobs/[jobId]/cancel'>) => {
    const { projectId, jobId } = await params
    return Response.json(await cancelJob(await authorise(request, 'job:change', jobId, projectId)))
  },
)
