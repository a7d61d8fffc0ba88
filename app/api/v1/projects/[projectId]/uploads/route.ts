import * as z from 'zod'
import { answer } from '@/app/api/answer'
import { readQuery } from '@/app/api/read-request'
import { authorise } from '@/lib/auth/authorise'
import { spoolUpload } from '@/lib/jobs/spool'
import { Name } from '@/lib/wire/listing'

/** Keeps a file, sent as the body. */
export const POST = answer(
  async (request: Request, { params }: RouteContext<'/api/v1/projects/[projectId]/uploads'>) => {
    const { projectId } = await params
    const access = await authorise(request, 'upload:create', projectId)
    const { name } = readQuery(request, z.object({ name: Name }))
    const length = request.headers.get('content-length')
    const bytes = length === null ? undefined : Number(length)
    const receipt = await spoolUpload(access, { name, bytes }, request.body, request.signal)
    const location = `/api/v1/projects/${projectId}/uploads/${receipt.sha256}/preview`
    return Response.json(receipt, { status: 201, headers: { location } })
  },
)
