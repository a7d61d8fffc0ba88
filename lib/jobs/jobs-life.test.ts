import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeConnections, pool } from '@/lib/db/client'
import { deleteDataset } from '@/lib/db/datasets'
import { cancelJob } from '@/lib/db/jobs'
import { accessForTests } from '@/lib/db/seed-for-tests'
import { ImportOutcome } from '@/lib/wire/import-request'
import { createTestDatabase } from '@/scripts/test-database.mjs'
import { csvOf, datasetRequest, ImportFixture } from './import-fixture'
import { spoolUpload, sweepSpool } from './spool'
import { startJobs } from './start-jobs'

const large = csvOf(200_000)
beforeAll(async () => {
  process.env.DATABASE_URL = await createTestDatabase()
  startJobs()
})
afterAll(async () => {
  await startJobs().stop()
  await closeConnections()
})

const cancel = (fixture: ImportFixture, id: number) => cancelJob(accessForTests(fixture.projectId, id))
const isEmpty = async (fixture: ImportFixture) => Object.values(await fixture.counts()).every((count) => count === 0)

test.each(['checking', 'writing'])('cancelled while %s it keeps nothing', async (phase) => {
  const fixture = await ImportFixture.create()
  const { id } = await fixture.queue(datasetRequest(await fixture.upload(large)))
  await fixture.until(id, (job) => job.phase === phase)
  await cancel(fixture, id)
  expect(await fixture.until(id)).toMatchObject({ state: 'cancelled', outcome: null, failure: null })
  expect(await isEmpty(fixture)).toBe(true)
})

test('cancelled at any moment it keeps all or nothing, as the job says', async () => {
  const fixture = await ImportFixture.create()
  const states = new Set<string>()
  for (let attempt = 0; attempt < 12; attempt++) {
    const request = datasetRequest(await fixture.upload(csvOf(3000)), { dataset: `Attempt ${attempt}` })
    const before = await fixture.counts()
    const { id } = await fixture.queue(request)
    await new Promise((next) => setTimeout(next, 150 + 30 * attempt))
    await cancel(fixture, id)
    const { state } = await fixture.until(id)
    states.add(state)
    const after = await fixture.counts()
    expect(after.example - before.example).toBe(state === 'done' ? 3000 : 0)
    expect(after.score_chunk - before.score_chunk).toBe(state === 'done' ? 2 : 0)
  }
  expect([...states].every((state) => state === 'done' || state === 'cancelled')).toBe(true)
})

test('two imports of one file at once: both work under two names, one is told under the same', async () => {
  const fixture = await ImportFixture.create()
  const sha256 = await fixture.upload(csvOf(2000))
  const named = (dataset: string) => datasetRequest(sha256, { dataset })
  const queued = await Promise.all([named('A'), named('B'), named('A')].map((request) => fixture.queue(request)))
  const ended = await Promise.all(queued.map(({ id }) => fixture.until(id)))
  expect(ended.map(({ state }) => state).sort()).toEqual(['done', 'done', 'failed'])
  expect(ended.find(({ state }) => state === 'failed')?.failure?.detail).toContain('of that name already')
  expect((await fixture.counts()).example).toBe(4000)
  expect((await fixture.counts()).model).toBe(1)
})

test('200,000 examples are imported with progress and deleted in a moment', async () => {
  const fixture = await ImportFixture.create()
  const { id } = await fixture.queue(datasetRequest(await fixture.upload(large)))
  const checking = await fixture.until(id, ({ phase, stepsDone }) => phase === 'checking' && stepsDone > 0)
  expect(checking.stepsTotal).toBeGreaterThan(150_000)
  expect(checking.stepsTotal).toBeLessThan(250_000)
  const done = await fixture.until(id)
  expect(done).toMatchObject({ state: 'done', stepsDone: 200_000, stepsTotal: 200_000 })
  const { datasetId } = ImportOutcome.parse(done.outcome)
  const { rows: statements } = await pool().query('select count(*)::int as count from example where dataset_id = $1', [
    datasetId,
  ])
  expect(statements).toEqual([{ count: 200_000 }])
  const begun = performance.now()
  await deleteDataset(accessForTests(fixture.projectId, datasetId))
  expect(performance.now() - begun).toBeLessThan(5000)
  const { task, model, ...rest } = await fixture.counts()
  expect([task, model, Object.values(rest).every((count) => count === 0)]).toEqual([2, 1, true])
})

test('a database that throws everybody out in mid-import ends it with its reason, and the next one works', async () => {
  const fixture = await ImportFixture.create()
  const { id } = await fixture.queue(datasetRequest(await fixture.upload(large)))
  await fixture.until(id, (job) => job.phase === 'writing')
  await pool()
    .query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`)
    .catch(() => {})
  const ended = await fixture.until(id)
  expect(ended).toMatchObject({ state: 'failed', failure: { title: 'Database unreachable' } })
  expect(await isEmpty(fixture)).toBe(true)
  expect(await fixture.import(datasetRequest(await fixture.upload(csvOf(10))))).toMatchObject({ state: 'done' })
})

test('an import whose server was killed ends as failed with its reason', async () => {
  const fixture = await ImportFixture.create()
  const sha256 = await fixture.upload(csvOf(10))
  await pool().query(
    `insert into job (project_id, kind, state, request, seed, worker, attempts, heartbeat_at)
     values ($1, 'import', 'running', $2, 0, 'killed', 1, '-infinity')`,
    [fixture.projectId, datasetRequest(sha256)],
  )
  const { rows } = await pool().query<{ id: number }>('select max(id) as id from job')
  const ended = await fixture.until(rows[0].id)
  expect(ended).toMatchObject({ state: 'failed', failure: { title: 'Interrupted' } })
  expect(await isEmpty(fixture)).toBe(true)
})

test('the spool keeps a file until its import is done, and nothing of a sender that went away', async () => {
  const folder = join(process.env.EQUISCOPE_DATA!, 'uploads')
  const fixture = await ImportFixture.create()
  const faulty = await fixture.upload('image_id\n')
  const sha256 = await fixture.upload(csvOf(20))
  await fixture.import(datasetRequest(sha256))
  await fixture.import(datasetRequest(faulty, { dataset: 'Faulty' }))
  expect(await readdir(folder)).toContain(faulty)
  await expect.poll(() => readdir(folder)).not.toContain(sha256)

  const gone = new AbortController()
  const endless = new ReadableStream<Uint8Array>({ pull: (out) => out.enqueue(new Uint8Array(1000)) })
  const sent = spoolUpload(fixture.access, { name: 'x', bytes: undefined }, endless, gone.signal)
  setTimeout(() => gone.abort(), 100)
  await expect(sent).rejects.toMatchObject({ status: 400 })
  const short = new Blob(['abc']).stream()
  const cut = spoolUpload(fixture.access, { name: 'x', bytes: 5 }, short, new AbortController().signal)
  await expect(cut).rejects.toMatchObject({ status: 400 })
  expect((await readdir(folder)).filter((name) => name.startsWith('incoming'))).toEqual([])
  await pool().query(`update upload set created_at = now() - interval '8 days'`)
  await sweepSpool()
  expect(await readdir(folder)).not.toContain(faulty)
})
