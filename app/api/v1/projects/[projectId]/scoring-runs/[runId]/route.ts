import { answer } from '@/app/api/answer'
import { authorise } from '@/lib/auth/authorise'
import { readScoringRun } from '@/lib/db/scoring-runs'

type Context = RouteContext<'/api/v1/projects/[projectId]/scoring-runs/[runId]'>

/** A run, and which of its batches are confirmed. */
export const GET = answer(async (request: Request, { params }: Context) => {
  const { projectId, runId } = await params
  return Response.json(await readScoringRun(await authorise(request, 'scoring-run:read', runId, projectId)))
})
