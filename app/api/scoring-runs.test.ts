import { afterAll, beforeAll, expect, test } from 'vitest'
import { listChanges } from '@/lib/db/audit'
import { closeConnections, pool } from '@/lib/db/client'
import { accessForTests, seedEvaluation } from '@/lib/db/seed-for-tests'
import { datasetRequest, ImportFixture } from '@/lib/jobs/import-fixture'
import { provenance, runDraft, scoredRows } from '@/lib/jobs/run-fixture'
import { startJobs } from '@/lib/jobs/start-jobs'
import { Evaluation } from '@/lib/wire/evaluation'
import type { ImportOutcome } from '@/lib/wire/import-request'
import { createTestDatabase } from '@/scripts/test-database.mjs'
import { modelSha256, ScoringFixture } from './scoring-fixture'
import { serveRoutes } from './serve-for-tests'

let server: Awaited<ReturnType<typeof serveRoutes>>
const browser = new ScoringFixture(() => server.url)
beforeAll(async () => {
  process.env.DATABASE_URL = await createTestDatabase()
  server = await serveRoutes()
  startJobs()
})
afterAll(async () => {
  await startJobs().stop()
  await server.stop()
  await closeConnections()
})

test('a run becomes an evaluation that says what the same table says when it is imported', async () => {
  const rows = scoredRows(600)
  const unscored = scoredRows(20, 2).map((row) => ({ ...row, scores: [null, null] }))
  const { projectId, modelVersionId, path } = await browser.begun({ images: 620 })
  for (const number of [2, 0, 1]) {
    const part = number === 2 ? [...rows.slice(400), ...unscored] : rows.slice(number * 200, number * 200 + 200)
    expect((await browser.send(path, number, part)).status).toBe(204)
  }
  expect((await browser.ask('GET', path)).body).toMatchObject({ state: 'open', received: 620, batches: [0, 1, 2] })
  const ended = await browser.end(path)
  expect(ended).toMatchObject({ status: 202, body: { state: 'importing', jobId: expect.any(Number) } })
  expect((await browser.end(path)).body.jobId).toBe(ended.body.jobId) // the other tab ends it, too
  const run = await browser.imported(path)
  expect(run).toMatchObject({ state: 'done', evaluationId: expect.any(Number), received: 0, batches: [] })
  expect((await browser.end(path)).body).toMatchObject({ state: 'done', jobId: ended.body.jobId })

  const { body } = await browser.ask('GET', `${projectId}/evaluations/${run.evaluationId}`)
  expect(Evaluation.parse(body)).toMatchObject({
    ...{ modelVersionId, isPartial: false, isSynthetic: false, inTrainingData: 'no' },
    provenance: provenance(modelSha256),
  })
  const job = (await browser.ask('GET', `${projectId}/jobs/${run.jobId}`)).body
  expect(job.outcome as ImportOutcome).toMatchObject({ rows: 620, unscoredExamples: 20 })

  const byFile = await ImportFixture.create()
  const lines = rows.map(({ example, subject, scores, labels, attributes: [sex, age, view] }) =>
    [example, subject, labels[0], scores[0], labels[1] ?? '', scores[1], sex, age, `"${view}"`].join(','),
  )
  const header = 'image_id,patient_id,label_Edema,prob_Edema,label_Mass,prob_Mass,sex,age,view'
  const request = datasetRequest(await byFile.upload([header, ...lines].join('\n')), {
    ...{
      inTrainingData: 'no',
      attributes: runDraft({ modelVersionId, images: 1 }).attributes.map((own) => ({ ...own, column: own.name })),
    },
  })
  const { outcome } = await byFile.import(request)
  const expected = await browser.frame(byFile.projectId, (outcome as ImportOutcome).evaluationId)
  const frame = await browser.frame(projectId, run.evaluationId)
  const missing = { code: 'unscored_examples', text: expect.stringContaining('20 images') }
  expect(frame.warnings).toContainEqual(missing)
  const own = { source: expect.objectContaining({ rows: 620 }), warnings: frame.warnings }
  expect(frame).toEqual({ ...expected, ...own })
  expect(frame.warnings.filter(({ code }) => code !== 'unscored_examples')).toEqual(expected.warnings)
})

test('a second version scores the same images by their pseudonyms', async () => {
  const rows = scoredRows(100)
  const first = await browser.begun({ images: 100 })
  await browser.send(first.path, 0, rows)
  await browser.end(first.path)
  const { evaluationId } = await browser.imported(first.path)
  const { projectId } = first
  const { datasetId } = (await browser.ask('GET', `${projectId}/evaluations/${evaluationId}`)).body
  const draft = runDraft({ modelVersionId: first.modelVersionId, datasetId, dataset: null, images: 100 })
  const { body } = await browser.ask('POST', `${projectId}/scoring-runs`, draft)
  const path = `${projectId}/scoring-runs/${body.id}`
  await browser.send(
    path,
    0,
    rows.slice(0, 90).map((row) => ({ ...row, scores: [0.25, null] })),
  )
  await browser.end(path)
  const run = await browser.imported(path)
  const evaluation = (await browser.ask('GET', `${projectId}/evaluations/${run.evaluationId}`)).body
  expect(evaluation).toMatchObject({ datasetId, modelVersionId: first.modelVersionId, isPartial: true })
  expect((await browser.frame(projectId, run.evaluationId)).warnings.map(({ code }) => code)).toContain('partial')
})

test('partial and synthetic are said in every frame', async () => {
  const { projectId, path } = await browser.begun({ images: 300, isSynthetic: true })
  await browser.send(path, 7, scoredRows(200))
  await browser.end(path)
  const { evaluationId } = await browser.imported(path)
  const { warnings } = await browser.frame(projectId, evaluationId)
  const codes = warnings.map(({ code }) => code)
  expect(codes).toEqual(expect.arrayContaining(['partial', 'synthetic']))
})

test('the same batch is confirmed again, another one under its number refused, and nothing twice', async () => {
  const rows = scoredRows(30)
  const { path } = await browser.begun({ images: 30 })
  const both = await Promise.all([browser.send(path, 0, rows.slice(0, 10)), browser.send(path, 0, rows.slice(0, 10))])
  expect(both.map(({ status }) => status)).toEqual([204, 204])
  expect((await browser.send(path, 0, rows.slice(10, 20))).status).toBe(409)
  expect((await browser.send(path, 1, rows.slice(5, 15))).status).toBe(409)
  expect((await browser.send(path, 1, [rows[20], rows[20]])).status).toBe(409)
  expect((await browser.ask('GET', path)).body).toMatchObject({ received: 10, batches: [0] })
  expect((await browser.send(path, 1, rows.slice(10))).status).toBe(204)
  expect((await browser.send(path, 2, scoredRows(1, 9))).status).toBe(422) // more than were announced
  expect((await browser.ask('GET', path)).body).toMatchObject({ received: 30, batches: [0, 1] })
})

test.each([
  ['a key that is no pseudonym', { example: 'CHEST-0001.dcm' }],
  ["a patient's number", { subject: '1.2.840.113619' }],
  ['a file name beside the pseudonym', { file: 'a.png' }],
  ['a score too many', { scores: [0.1, 0.2, 0.3] }],
  ['no label', { labels: [1] }],
  ['another label', { labels: [1, 2] }],
  ['an attribute too few', { attributes: ['F', '30'] }],
  ['an attribute of two lines', { attributes: ['F', '30', 'A\nP'] }],
  ['a score that is a text', { scores: ['high', 1] }],
])('a row with %s is refused, and its text is not repeated', async (_, change) => {
  const { path } = await browser.begun({ images: 5 })
  const [row] = scoredRows(1)
  const { status, body } = await browser.send(path, 0, [{ ...row, ...change } as never])
  expect(status).toBe(422)
  expect(JSON.stringify(body)).not.toMatch(/CHEST-0001|1\.2\.840|a\.png|high/)
  expect((await browser.ask('GET', path)).body).toMatchObject({ received: 0, batches: [] })
})

test('what was confirmed survives a server that is killed, and the run goes on', async () => {
  const rows = scoredRows(60)
  const { path, projectId } = await browser.begun({ images: 60 })
  await browser.send(path, 0, rows.slice(0, 20))
  const cut = new AbortController()
  const sending = fetch(`${server.url}/api/v1/projects/${path}/batches/1`, {
    ...{ method: 'PUT', headers: { 'content-type': 'application/json' }, signal: cut.signal, duplex: 'half' },
    body: new ReadableStream({ start: (to) => to.enqueue(new TextEncoder().encode('{"rows":[')) }),
  } as RequestInit)
  setTimeout(() => cut.abort(), 50)
  await expect(sending).rejects.toThrow()
  await server.stop()
  await startJobs().stop()
  await closeConnections()
  server = await serveRoutes()
  startJobs()
  expect((await browser.ask('GET', path)).body).toMatchObject({ state: 'open', received: 20, batches: [0] })
  await browser.send(path, 1, rows.slice(20))
  await browser.end(path)
  const { evaluationId } = await browser.imported(path)
  expect((await browser.ask('GET', `${projectId}/evaluations/${evaluationId}`)).body).toMatchObject({
    isPartial: false,
  })
})

test('a cancelled run forgets its scores and takes no more', async () => {
  const { path, projectId, run } = await browser.begun({ images: 10 })
  await browser.send(path, 0, scoredRows(5))
  expect((await browser.ask('POST', `${path}/cancel`)).body).toMatchObject({
    state: 'cancelled',
    received: 0,
    batches: [],
  })
  expect((await browser.ask('POST', `${path}/cancel`)).status).toBe(200)
  expect((await browser.send(path, 1, scoredRows(2))).status).toBe(409)
  expect((await browser.end(path)).status).toBe(409)
  const { rows } = await pool().query('select from score_batch where scoring_run_id = $1', [run.id])
  expect(rows).toEqual([])
  const changes = (await listChanges(accessForTests(projectId), 20)).filter(({ noun }) => noun === 'scoring-run')
  expect(changes.map(({ action }) => action)).toEqual(['scoring-run:change', 'scoring-run:create'])
})

test('a run that cannot end says why, and may be ended again', async () => {
  const { path, projectId } = await browser.begun({ images: 10, dataset: 'Taken' })
  expect((await browser.end(path)).status).toBe(422) // no scores
  await browser.send(path, 0, scoredRows(10))
  const wrong = { provenance: provenance('0'.repeat(64)), isPartial: false }
  expect((await browser.ask('POST', `${path}/end`, wrong)).status).toBe(409)
  const { rows } = await pool().query(
    `insert into dataset (project_id, name, source_name, source_sha256, examples, subjects)
     values ($1, 'Taken', 'x', 'x', 0, 0) returning id`,
    [projectId],
  )
  await browser.end(path)
  const failed = await browser.imported(path)
  expect(failed).toMatchObject({ state: 'failed', received: 10, evaluationId: null })
  await browser.ask('DELETE', `${projectId}/datasets/${rows[0].id}`)
  expect((await browser.end(path)).status).toBe(202)
  expect(await browser.imported(path)).toMatchObject({ state: 'done' })
})

test('a run needs a version that knows what it is, and a dataset in one way only', async () => {
  const { projectId, modelVersionId, datasetId } = await seedEvaluation()
  const other = await seedEvaluation()
  const draft = runDraft({ modelVersionId, images: 1 })
  const begin = async (change: object) =>
    (await browser.ask('POST', `${projectId}/scoring-runs`, { ...draft, ...change })).status
  expect(await begin({})).toBe(409)
  expect(await begin({ datasetId })).toBe(422)
  expect(await begin({ dataset: null })).toBe(422)
  expect(await begin({ modelVersionId: other.modelVersionId })).toBe(404)
  expect(await begin({ dataset: null, datasetId: other.datasetId })).toBe(404)
})

test('a run of another project is not there, and goes with its version', async () => {
  const { run, path, projectId, modelVersionId } = await browser.begun({ images: 1 })
  const other = await seedEvaluation()
  const foreign = `${other.projectId}/scoring-runs/${run.id}`
  const end = { provenance: provenance(modelSha256), isPartial: false }
  for (const [method, at, body] of [
    ...([
      ['GET', foreign],
      ['PUT', `${foreign}/batches/0`, { rows: scoredRows(1) }],
    ] as const),
    ...([
      ['POST', `${foreign}/end`, end],
      ['POST', `${foreign}/cancel`],
    ] as const),
  ])
    expect([at, (await browser.ask(method, at, body)).status]).toEqual([at, 404])
  await browser.send(path, 0, scoredRows(1))
  expect((await browser.ask('DELETE', `${projectId}/model-versions/${modelVersionId}`)).status).toBe(204)
  expect((await browser.ask('GET', path)).status).toBe(404)
  const { rows } = await pool().query('select from score_batch where scoring_run_id = $1', [run.id])
  expect(rows).toEqual([])
})

test('a hundred thousand images are kept and imported', async () => {
  const count = 100_000
  const { path, projectId } = await browser.begun({ images: count })
  const rows = scoredRows(count)
  for (let number = 0; number < 100; number++)
    expect((await browser.send(path, number, rows.slice(number * 1000, number * 1000 + 1000))).status).toBe(204)
  await browser.end(path)
  const { evaluationId } = await browser.imported(path)
  const { datasetId } = (await browser.ask('GET', `${projectId}/evaluations/${evaluationId}`)).body
  expect((await browser.ask('GET', `${projectId}/datasets/${datasetId}`)).body).toMatchObject({
    examples: count,
    subjects: count / 2,
  })
})
