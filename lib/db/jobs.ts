import { Job } from '@/lib/wire/job'
import type { Access } from './access'
import { pool, prisma, type Transaction } from './client'
import type { Job as JobRow, Prisma } from './generated/client'
import { recordChange } from './record-change'
import { UnknownId } from './unknown-id'

export type JobKind = Job['kind']
export type JobFailure = NonNullable<Job['failure']>

/** A worker that has not been heard of for so long was killed. */
const silentSeconds = 30

/** A job that this worker has: only it may advance or end it. */
export interface ClaimedJob {
  id: number
  projectId: number
  kind: JobKind
  request: unknown
  seed: number
  worker: string
  /** 1 the first time; more after a worker was killed */
  attempts: number
}

/** Adds a job to the queue. Within a transaction, so that what it needs is there when it starts. */
export async function queueJob(
  tx: Transaction,
  access: Access,
  { kind, request, seed }: { kind: JobKind; request: Prisma.InputJsonObject; seed: number },
): Promise<number> {
  const { projectId } = access
  if (projectId === undefined) throw new UnknownId('project')
  const { id } = await tx.job.create({ data: { projectId, kind, request, seed } })
  await recordChange(tx, access, { noun: 'job', nounId: id, projectId, change: { kind, seed } })
  return id
}

/** Takes the oldest job that waits, or whose worker was killed; of several workers that ask at once each gets another. */
export async function claimJob(worker: string, kinds: readonly JobKind[]): Promise<ClaimedJob | undefined> {
  const { rows } = await pool().query<ClaimedJob>(
    `update job set state = 'running', worker = $1, heartbeat_at = now(), attempts = attempts + 1,
       started_at = coalesce(started_at, now()), phase = '', phase_started_at = now(), steps_done = 0, steps_total = null
     where id = (
       select id from job
       where kind = any($2) and (state = 'queued'
         or (state = 'running' and heartbeat_at < now() - make_interval(secs => $3)))
       order by id for update skip locked limit 1)
     returning id, project_id as "projectId", kind, request, seed, worker, attempts`,
    [worker, kinds, silentSeconds],
  )
  return rows[0]
}

/**
 * Notes how far a job is, which is also its sign of life.
 * @returns `lost`: another worker has it now, so stop without a word; `cancel`: somebody asked to stop
 */
export async function recordProgress(
  { id, worker }: ClaimedJob,
  phase: string,
  done: number,
  total: number | null,
): Promise<'go-on' | 'cancel' | 'lost'> {
  const { rows } = await pool().query<{ asked: boolean }>(
    `update job set phase = $3, steps_done = $4, steps_total = $5, heartbeat_at = now(),
       phase_started_at = case when phase = $3 then phase_started_at else now() end
     where id = $1 and worker = $2 and state = 'running' returning cancel_asked_at is not null as asked`,
    [id, worker, phase, done, total],
  )
  if (rows.length === 0) return 'lost'
  return rows[0].asked ? 'cancel' : 'go-on'
}

/** How a job ends. */
export type JobEnd =
  | { state: 'done'; outcome: Prisma.InputJsonValue; steps?: number }
  | { state: 'failed'; failure: JobFailure }
  | { state: 'cancelled' }

interface Queryable {
  query(text: string, values: unknown[]): Promise<{ rowCount: number | null }>
}

/**
 * Ends a job, if this worker still has it; as done only if nobody asked to cancel it: who cancels is told `cancelled` or
 * that it came too late, and that is so. An import gives the connection of its own transaction, so that its rows and
 * the word that it is done are committed together.
 * @returns whether it did; if not, the caller must roll back
 */
export async function endJob(
  { id, worker }: Pick<ClaimedJob, 'id' | 'worker'>,
  end: JobEnd,
  client: Queryable = pool(),
): Promise<boolean> {
  const { rowCount } = await client.query(
    `update job set state = $3, outcome = $4, failure = $5, ended_at = now(),
       steps_done = coalesce($6, steps_done), steps_total = coalesce($6, steps_total)
     where id = $1 and worker = $2 and state = 'running' and ($3 <> 'done' or cancel_asked_at is null)`,
    [
      id,
      worker,
      end.state,
      end.state === 'done' ? JSON.stringify(end.outcome) : null,
      end.state === 'failed' ? JSON.stringify(end.failure) : null,
      end.state === 'done' ? (end.steps ?? null) : null,
    ],
  )
  return rowCount === 1
}

/** The right under which a job works: it was given to whoever queued it, with this project. */
export function accessOfJob({ kind, projectId, id }: ClaimedJob): Access {
  return { actor: 'local', action: `job:${kind}`, projectId, id } as Access
}

/** Makes the jobs of workers that are known to be dead claimable at once: those whose name begins so. */
export async function releaseJobs(workersOf: string): Promise<void> {
  await pool().query(`update job set heartbeat_at = '-infinity' where state = 'running' and starts_with(worker, $1)`, [
    workersOf,
  ])
}

export async function readJob({ id }: Access): Promise<Job> {
  const job = await prisma().job.findUnique({ where: { id } })
  if (!job) throw new UnknownId('job')
  return wireJob(job)
}

/** Asks to stop: a waiting job ends at once, a running one when its worker next notes its progress. */
export async function cancelJob(access: Access): Promise<Job> {
  return prisma().$transaction(async (tx) => {
    await tx.$executeRaw`
      update job set cancel_asked_at = now(),
        ended_at = case when state = 'queued' then now() end,
        state = case when state = 'queued' then 'cancelled' else state end
      where id = ${access.id} and state in ('queued', 'running') and cancel_asked_at is null`
    const job = await tx.job.findUnique({ where: { id: access.id } })
    if (!job) throw new UnknownId('job')
    const { id, projectId, state } = job
    await recordChange(tx, access, { noun: 'job', nounId: id, projectId, change: { state } })
    return wireJob(job)
  })
}

/** The latest jobs of a project, newest first. */
export async function listJobs({ projectId }: Access, { page, size }: { page: number; size: number }): Promise<Job[]> {
  const order = { orderBy: { id: 'desc' as const }, skip: (page - 1) * size, take: size }
  const jobs = await prisma().job.findMany({ where: { projectId }, ...order })
  return jobs.map(wireJob)
}

function wireJob({ stepsDone, stepsTotal, cancelAskedAt, createdAt, startedAt, endedAt, ...rest }: JobRow): Job {
  const phaseStartedAt = rest.phaseStartedAt ?? startedAt
  const { id, kind, state, phase, outcome, failure } = rest
  const [done, total] = [Number(stepsDone), stepsTotal === null ? null : Number(stepsTotal)]
  const seconds = phaseStartedAt ? ((endedAt?.getTime() ?? Date.now()) - phaseStartedAt.getTime()) / 1000 : 0
  const stepsPerSecond = done > 0 && seconds > 0 ? done / seconds : null
  return Job.parse({
    ...{ id, kind, state, phase, outcome, failure },
    ...{ stepsDone: done, stepsTotal: total, stepsPerSecond },
    secondsLeft: state === 'running' && stepsPerSecond && total !== null ? (total - done) / stepsPerSecond : null,
    isCancelAsked: cancelAskedAt !== null,
    createdAt: createdAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
  })
}
