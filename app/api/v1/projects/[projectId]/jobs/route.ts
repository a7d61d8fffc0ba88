import * as z from 'zod'
import { answer } from '@/app/api/answer'
import { readQuery } from '@/app/api/read-request'
import { authorise } from '@/lib/auth/authorise'
import { listJobs } from '@/lib/db/jobs'
import { ListQuery } from '@/lib/wire/listing'

const Page = z.object({ page: ListQuery.shape.page, size: ListQuery.shape.size })

/** The jobs of a project, newest first. */
export const GET = answer(async (request: Request, { params }: RouteContext<'/api/v1/projects/[projectId]/jobs'>) => {
  const { projectId } = await params
  const access = await authorise(request, 'job:list', projectId)
  return Response.json(await listJobs(access, readQuery(request, Page)))
})
