import { answer } from '@/app/api/answer'
import { authorise } from '@/lib/auth/authorise'
import { countDataset } from '@/lib/db/datasets'

type Context = RouteContext<'/api/v1/projects/[projectId]/datasets/[datasetId]/contents'>

/** What goes when the dataset is deleted. */
export const GET = answer(async (request: Request, { params }: Context) => {
  const { projectId, datasetId } = await params
  return Response.json(await countDataset(await authorise(request, 'dataset:read', datasetId, projectId)))
})
