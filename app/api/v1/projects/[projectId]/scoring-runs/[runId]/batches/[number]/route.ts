import { answer } from '@/app/api/answer'
import { readBody } from '@/app/api/read-request'
import { authorise } from '@/lib/auth/authorise'
import { confirmBatch } from '@/lib/db/score-batches'
import { UnknownId } from '@/lib/db/unknown-id'
import { BatchNumber, ScoreBatch } from '@/lib/wire/scoring-run'

type Context = RouteContext<'/api/v1/projects/[projectId]/scoring-runs/[runId]/batches/[number]'>

const mostBytes = 8_000_000

/** Keeps the scores of some images; sent again, they are confirmed again. */
export const PUT = answer(async (request: Request, { params }: Context) => {
  const { projectId, runId, number } = await params
  const access = await authorise(request, 'scoring-run:change', runId, projectId)
  const batch = BatchNumber.safeParse(number)
  if (!batch.success) throw new UnknownId('batch')
  await confirmBatch(access, batch.data, await readBody(request, ScoreBatch, mostBytes))
  return new Response(null, { status: 204 })
})
