import type { EvaluationView } from '@/lib/wire/evaluation-view'
import type { Job } from '@/lib/wire/job'
import type { Access } from './access'
import { pool, prisma, type Transaction } from './client'
import { queueJob } from './jobs'

/** The latest job for a question. */
export interface FindingsJob {
  id: number
  state: Job['state']
}

interface AskedFindings {
  /** hash of the question */
  question: string
  evaluationId: number
  view: EvaluationView
  seed: number
}

/** The latest job that was to find the answer to a question; undefined: there was none. */
export async function findFindingsJob(
  { projectId }: Access,
  question: string,
  tx: Transaction = prisma(),
): Promise<FindingsJob | undefined> {
  const rows = await tx.$queryRaw<FindingsJob[]>`
    select id, state from job where project_id = ${projectId} and kind = 'findings' and request->>'question' = ${question}
    order by id desc limit 1`
  return rows[0]
}

/** The latest job for each of several questions, by question; in one query. */
export async function findFindingsJobs(
  { projectId }: Access,
  questions: readonly string[],
): Promise<Map<string, FindingsJob>> {
  const { rows } = await pool().query<FindingsJob & { question: string }>(
    `select distinct on (request->>'question') request->>'question' as question, id, state from job
     where project_id = $1 and kind = 'findings' and request->>'question' = any($2)
     order by request->>'question', id desc`,
    [projectId, questions],
  )
  return new Map(rows.map(({ question, id, state }) => [question, { id, state }]))
}

/** Queues a job for a question, unless one is on its way: of several that ask at once all get the same. */
export async function queueFindings(
  access: Access,
  { question, evaluationId, view, seed }: AskedFindings,
): Promise<FindingsJob> {
  return prisma().$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from pg_advisory_xact_lock(hashtextextended(${question}, 0))`
    const known = await findFindingsJob(access, question, tx)
    if (known && (known.state === 'queued' || known.state === 'running')) return known
    const request = { question, evaluationId, view }
    const id = await queueJob(tx, access, { kind: 'findings', request, seed: seed % 2 ** 31 })
    return { id, state: 'queued' }
  })
}
