import { answer } from '@/app/api/answer'
import { authorise } from '@/lib/auth/authorise'
import { previewUpload } from '@/lib/jobs/preview-thread'

/** A look at an uploaded table: its first rows, and what each column seems to be for. */
export const GET = answer(
  async (request: Request, { params }: RouteContext<'/api/v1/projects/[projectId]/uploads/[sha256]/preview'>) => {
    const { projectId, sha256 } = await params
    const access = await authorise(request, 'upload:list', projectId)
    return Response.json(await previewUpload(access, sha256, request.signal))
  },
)
