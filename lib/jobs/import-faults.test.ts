import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { closeConnections } from '@/lib/db/client'
import { createTestDatabase } from '@/scripts/test-database.mjs'
import { csvOf, datasetRequest, ImportFixture, scoresRequest } from './import-fixture'
import { printFaults } from './print-faults'
import { startJobs } from './start-jobs'

let fixture: ImportFixture
beforeAll(async () => {
  process.env.DATABASE_URL = await createTestDatabase()
  startJobs()
})
beforeEach(async () => {
  fixture = await ImportFixture.create()
})
afterAll(async () => {
  await startJobs().stop()
  await closeConnections()
})

const good = csvOf(60)
const lines = good.split('\n')
const changed = (row: number, change: (line: string) => string) =>
  lines.map((line, at) => (at === row ? change(line) : line)).join('\n')

test.each([
  ['a score that is none', changed(7, (line) => line.replace(/[^,]+$/, 'high')), 'row 7, column prob_Mass'],
  ['a label that is none', changed(8, (line) => line.replace(/,[^,]*,([^,]+)$/, ',2,$1')), 'row 8, column label_Mass'],
  ['an image that is there twice', changed(9, () => lines[3]), 'row 9, column image_id'],
  ['an image without a name', changed(5, (line) => line.replace(/^[^,]+/, '')), 'row 5, column image_id'],
  ['an age that is no number', changed(6, (line) => line.replace(/(F|M|NA),[^,]*/, '$1,old')), 'row 6, column age'],
])('%s is told by row and column, and nothing is kept', async (_, csv, path) => {
  const before = await fixture.counts()
  const job = await fixture.import(datasetRequest(await fixture.upload(csv)))
  expect(job).toMatchObject({ state: 'failed', outcome: null, failure: { errors: [{ path }] } })
  expect(await fixture.counts()).toEqual(before)
  expect(JSON.stringify(job)).not.toContain(lines[3].split(',')[0])
  // mended, the same request works: the name is not taken
  expect(await fixture.import(datasetRequest(await fixture.upload(good)))).toMatchObject({ state: 'done' })
})

test.each([
  ['a header only', lines[0], 'no rows'],
  ['a row that is too short', changed(4, () => 'image 3,p1'), 'row 4: expected 9 fields, got 2'],
  ['bytes that are no text', new Uint8Array([0, 1, 2, 3]), 'not a text table'],
  ['half a gzip file', new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2]), 'gzip'],
  ['other columns', 'a,b\n1,2\n', 'lacks columns'],
])('%s is told, and nothing is kept', async (_, content, words) => {
  const job = await fixture.import(datasetRequest(await fixture.upload(content)))
  expect(job.state).toBe('failed')
  expect(job.failure?.detail).toContain(words)
  expect(job.failure?.detail).not.toMatch(/[0-9a-f]{64}/)
  expect(Object.values(await fixture.counts()).every((count) => count === 0)).toBe(true)
})

test('more than 100 faults are counted, and 100 listed', async () => {
  const rows = csvOf(300).replace(/[^,\n]+$/gm, (score) => (score.startsWith('prob') ? score : 'x'))
  const job = await fixture.import(datasetRequest(await fixture.upload(rows)))
  expect(job.failure?.errors.length).toBe(100)
  expect(job.failure?.detail).toContain('300 cells')
  expect(printFaults(job.failure!.errors).split('\r\n').length).toBe(102)
})

test('an attribute with thousands of levels is refused with what to do', async () => {
  const attribute = { column: 'patient_id', name: 'p', kind: 'demographic' as const, concept: null, edges: [] }
  const request = datasetRequest(await fixture.upload(csvOf(4000)), {
    columns: { example: 'image_id', subject: null, split: null },
    attributes: [attribute],
  })
  const job = await fixture.import(request)
  expect(job.failure).toMatchObject({ errors: [{ path: 'column patient_id' }] })
})

test('what contradicts itself is refused before it is queued', async () => {
  const sha256 = await fixture.upload(good)
  const columns = { example: 'image_id', subject: 'sex', split: null }
  await expect(fixture.queue(datasetRequest(sha256, { columns }))).rejects.toMatchObject({
    status: 422,
    errors: [{ path: 'column sex' }],
  })
  const edges = datasetRequest(sha256)
  edges.attributes[1].edges = [60, 40]
  await expect(fixture.queue(edges)).rejects.toMatchObject({ status: 422, errors: [{ path: 'attribute age' }] })
  await expect(fixture.queue(datasetRequest('0'.repeat(64)))).rejects.toMatchObject({ status: 404 })
  await expect(fixture.queue(scoresRequest(sha256, 4711))).rejects.toMatchObject({ status: 404 })
  const other = await ImportFixture.create('Other')
  await expect(other.queue(datasetRequest(sha256))).rejects.toMatchObject({ status: 404 })
})

test('names that are taken, and a task of another direction, are told', async () => {
  await fixture.import(datasetRequest(await fixture.upload(good)))
  const before = await fixture.counts()
  await expect(fixture.queue(datasetRequest(await fixture.upload(good)))).rejects.toMatchObject({ status: 409 })
  const healthy = datasetRequest(await fixture.upload(good), { dataset: 'Another' })
  healthy.tasks[1].direction = 'healthy'
  const job = await fixture.import(healthy)
  expect(job).toMatchObject({ state: 'failed', failure: { errors: [{ path: 'task Mass' }] } })
  expect(await fixture.counts()).toEqual(before)
})

test('scores outside 0 to 1 are no probabilities, and make a rank scale', async () => {
  const logits = good.replace(/[^,\n]+$/gm, (score) => (score.startsWith('prob') ? score : `-${score}1`))
  const asked = datasetRequest(await fixture.upload(logits), { scoreScale: 'probability' })
  expect((await fixture.import(asked)).failure?.detail).toContain('no probabilities')
  expect(await fixture.import(datasetRequest(await fixture.upload(logits)))).toMatchObject({ state: 'done' })
})

test('a text that a spreadsheet would run is printed as text', () => {
  expect(printFaults([{ path: 'row 1,234, column =cmd()', message: 'a "remedy", here' }])).toBe(
    `row,column,remedy\r\n1234,'=cmd(),"a ""remedy"", here"\r\n`,
  )
})
