import { answer } from '@/app/api/answer'
import { readBody } from '@/app/api/read-request'
import { authorise } from '@/lib/auth/authorise'
import { endRun } from '@/lib/jobs/end-run'
import { ScoringRunEnd } from '@/lib/wire/scoring-run'

type Context = RouteContext<'/api/v1/projects/[projectId]/scoring-runs/[runId]/end'>

/** Ends a run; its import is the job to follow. */
export const POST = answer(async (request: Request, { params }: Context) => {
  const { projectId, runId } = await params
  const access = await authorise(request, 'scoring-run:change', runId, projectId)
  const run = await endRun(access, await readBody(request, ScoringRunEnd), request.signal)
  return Response.json(run, { status: 202 })
})
