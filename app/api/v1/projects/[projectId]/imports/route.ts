import { answer } from '@/app/api/answer'
import { readBody } from '@/app/api/read-request'
import { authorise } from '@/lib/auth/authorise'
import { queueImport } from '@/lib/jobs/queue-import'
import { ImportRequest } from '@/lib/wire/import-request'

/** Queues the import of an uploaded file; the answer is a job to follow. */
export const POST = answer(
  async (request: Request, { params }: RouteContext<'/api/v1/projects/[projectId]/imports'>) => {
    const { projectId } = await params
    const access = await authorise(request, 'job:create', projectId)
    const asked = await readBody(request, ImportRequest)
    const dataset =
      asked.kind === 'scores' ? await authorise(request, 'dataset:read', asked.datasetId, projectId) : undefined
    const job = await queueImport(access, asked, dataset)
    const location = `/api/v1/projects/${projectId}/jobs/${job.id}`
    return Response.json(job, { status: 202, headers: { location } })
  },
)
