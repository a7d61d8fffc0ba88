import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestDatabase } from '@/scripts/test-database.mjs'
import { closeConnections, pool, prisma } from './client'
import { cancelJob, claimJob, endJob, queueJob, readJob, recordProgress } from './jobs'
import { accessForTests, seedEvaluation } from './seed-for-tests'

let projectId: number
beforeAll(async () => {
  process.env.DATABASE_URL = await createTestDatabase()
  projectId = (await seedEvaluation()).projectId
})
beforeEach(() => pool().query('delete from job'))
afterAll(closeConnections)

const queue = () =>
  prisma().$transaction((tx) => queueJob(tx, accessForTests(projectId), { kind: 'import', request: {}, seed: 1 }))
const read = (id: number) => readJob(accessForTests(projectId, id))
const claim = async (worker: string) => {
  const job = await claimJob(worker, ['import'])
  if (!job) throw new Error('nothing to claim')
  return job
}

test('of many workers that ask at once each job goes to one', async () => {
  await Promise.all(Array.from({ length: 6 }, queue))
  const claimed = await Promise.all(Array.from({ length: 10 }, (_, worker) => claimJob(`worker ${worker}`, ['import'])))
  const ids = claimed.flatMap((job) => job?.id ?? [])
  expect(ids.length).toBe(6)
  expect(new Set(ids).size).toBe(6)
})

test('a job whose worker was killed goes to another, and the first one learns that it is lost', async () => {
  await queue()
  const first = await claim('first')
  expect(await claimJob('second', ['import'])).toBeUndefined()
  await pool().query(`update job set heartbeat_at = now() - interval '1 minute'`)
  expect(await claim('second')).toMatchObject({ id: first.id, attempts: 2 })
  expect(await recordProgress(first, 'reading', 1, 2)).toBe('lost')
  expect(await endJob(first, { state: 'done', outcome: {} })).toBe(false)
})

test('progress is told, and a wish to stop reaches the worker', async () => {
  const id = await queue()
  const job = await claim('one')
  expect(await recordProgress(job, 'reading', 500, 1000)).toBe('go-on')
  expect(await read(id)).toMatchObject({ state: 'running', phase: 'reading', stepsDone: 500, stepsTotal: 1000 })
  await cancelJob(accessForTests(projectId, id))
  expect(await recordProgress(job, 'reading', 600, 1000)).toBe('cancel')
  expect(await endJob(job, { state: 'cancelled' })).toBe(true)
  expect(await read(id)).toMatchObject({ state: 'cancelled', isCancelAsked: true })
})

test('a job that waits is cancelled at once; one that has ended stays as it is', async () => {
  const id = await queue()
  expect((await cancelJob(accessForTests(projectId, id))).state).toBe('cancelled')
  await queue()
  const job = await claim('one')
  await endJob(job, { state: 'failed', failure: { title: 'Unprocessable', detail: 'why', errors: [] } })
  expect(await cancelJob(accessForTests(projectId, job.id))).toMatchObject({
    state: 'failed',
    failure: { detail: 'why' },
  })
})
