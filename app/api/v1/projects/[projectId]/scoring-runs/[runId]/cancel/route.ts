import { answer } from '@/app/api/answer'
import { authorise } from '@/lib/auth/authorise'
import { cancelScoringRun } from '@/lib/db/scoring-runs'

type Context = RouteContext<'/api/v1/projects/[projectId]/scoring-runs/[runId]/cancel'>

/** Stops a run for good and forgets its scores. */
export const POST = answer(async (request: Request, { params }: Context) => {
  const { projectId, runId } = await params
  return Response.json(await cancelScoringRun(await authorise(request, 'scoring-run:change', runId, projectId)))
})
