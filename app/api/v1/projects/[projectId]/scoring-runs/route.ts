import { answer } from '@/app/api/answer'
import { readBody } from '@/app/api/read-request'
import { authorise } from '@/lib/auth/authorise'
import { createScoringRun } from '@/lib/db/scoring-runs'
import { ScoringRunDraft } from '@/lib/wire/scoring-run'

type Context = RouteContext<'/api/v1/projects/[projectId]/scoring-runs'>

/** Begins a run: a browser that scores images. */
export const POST = answer(async (request: Request, { params }: Context) => {
  const { projectId } = await params
  const access = await authorise(request, 'scoring-run:create', projectId)
  const draft = await readBody(request, ScoringRunDraft)
  await authorise(request, 'model-version:read', draft.modelVersionId, projectId)
  if (draft.datasetId !== null) await authorise(request, 'dataset:read', draft.datasetId, projectId)
  const run = await createScoringRun(access, draft)
  const location = `/api/v1/projects/${projectId}/scoring-runs/${run.id}`
  return Response.json(run, { status: 201, headers: { location } })
})
