import { createHash } from 'node:crypto'
import { ScoreBatch } from '@/lib/wire/scoring-run'
import { UnreadableRequest } from '@/lib/wire/unreadable-request'
import type { Access } from './access'
import { prisma } from './client'
import { lockRun, type OpenedRun, RunConflict } from './scoring-runs'

/**
 * Confirms a batch of a run: it is kept before this returns. The same batch again is confirmed again; other scores under
 * its number, or an image that another batch has scored, are refused.
 */
export async function confirmBatch(access: Access, number: number, batch: ScoreBatch): Promise<void> {
  const body = JSON.stringify(batch.rows)
  const sha256 = createHash('sha256').update(body).digest('hex')
  await prisma().$transaction(async (tx) => {
    const run = await lockRun(tx, access)
    const scoringRunId = run.id
    const known = await tx.scoreBatch.findUnique({
      where: { scoringRunId_number: { scoringRunId, number } },
      select: { sha256: true },
    })
    if (known?.sha256 === sha256) return
    if (known)
      throw new RunConflict(`Batch ${number} of this run holds other scores already.`, [
        { path: 'number', message: 'Ask which batches are confirmed, and send the rest under numbers that are free.' },
      ])
    if (run.state !== 'open')
      throw new RunConflict('This run has ended, so it takes no more scores. Begin another one.')
    checkBatchOf(run, batch)
    const { _sum } = await tx.scoreBatch.aggregate({ where: { scoringRunId }, _sum: { rows: true } })
    const room = run.images - (_sum.rows ?? 0)
    if (batch.rows.length > room)
      throw new UnreadableRequest(
        422,
        `This run was begun for ${run.images} images, and only ${room} of them are left.`,
      )
    const examples = batch.rows.map(({ example }) => example)
    const fresh = await tx.$executeRaw`
      insert into scored_example (scoring_run_id, example) select ${scoringRunId}, unnest(${examples}::uuid[])
      on conflict do nothing`
    if (fresh < examples.length)
      throw new RunConflict(`${examples.length - fresh} images of this batch were scored already.`, [
        { path: 'rows', message: 'Send each image once. Another tab may be at work on the same run.' },
      ])
    await tx.scoreBatch.create({ data: { scoringRunId, number, sha256, rows: batch.rows.length, body } })
  })
}

/** Throws `UnreadableRequest` where rows have not as many numbers as the run has tasks and attributes. */
function checkBatchOf({ tasks, attributes }: OpenedRun, { rows }: ScoreBatch): void {
  const wanted = { scores: tasks.length, labels: tasks.length, attributes: attributes.length }
  const faults = rows.flatMap((row, at) =>
    (['scores', 'labels', 'attributes'] as const)
      .filter((field) => row[field].length !== wanted[field])
      .map((field) => ({ path: `rows.${at}.${field}`, message: `This run has ${wanted[field]} of them.` })),
  )
  if (faults.length > 0) throw new UnreadableRequest(422, 'Some rows do not fit the run.', faults.slice(0, 100))
}

/** The rows of a run, batch by batch in the order of their numbers. */
export async function* loadBatches(scoringRunId: number): AsyncGenerator<ScoreBatch['rows']> {
  const rows = ScoreBatch.shape.rows
  for (let last = -1; ; ) {
    const next = await prisma().scoreBatch.findFirst({
      where: { scoringRunId, number: { gt: last } },
      orderBy: { number: 'asc' },
    })
    if (!next) return
    yield rows.parse(JSON.parse(next.body))
    last = next.number
  }
}
