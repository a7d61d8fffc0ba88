import { answer } from '@/app/api/answer'
import { authorise } from '@/lib/auth/authorise'
import { readJob } from '@/lib/db/jobs'
import { printFaults } from '@/lib/jobs/print-faults'

/** What was wrong with a file, to be worked through beside it. */
export const GET = answer(
  async (request: Request, { params }: RouteContext<'/api/v1/projects/[projectId]/jobs/[jobId]/faults.csv'>) => {
    const { projectId, jobId } = await params
    const { id, failure } = await readJob(await authorise(request, 'job:read', jobId, projectId))
    return new Response(printFaults(failure?.errors ?? []), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="faults-${id}.csv"`,
      },
    })
  },
)
