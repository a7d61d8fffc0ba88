import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { loadColumn } from '@/lib/db/chunks'
import { closeConnections, pool } from '@/lib/db/client'
import { ImportOutcome } from '@/lib/wire/import-request'
import { createTestDatabase } from '@/scripts/test-database.mjs'
import { csvOf, datasetRequest, ImportFixture, scoresRequest } from './import-fixture'
import { startJobs } from './start-jobs'

let fixture: ImportFixture
let datasetId: number
beforeAll(async () => {
  process.env.DATABASE_URL = await createTestDatabase()
  startJobs()
})
beforeEach(async () => {
  fixture = await ImportFixture.create()
  const job = await fixture.import(datasetRequest(await fixture.upload(csvOf(300))))
  datasetId = ImportOutcome.parse(job.outcome).datasetId
})
afterAll(async () => {
  await startJobs().stop()
  await closeConnections()
})

/** the stored scores of a task by the key of their image */
async function scoresByKey(evaluationId: number, task: string): Promise<Map<string, number>> {
  const { rows: keys } = await pool().query<{ key: string }>(
    'select key from example where dataset_id = $1 order by example_id',
    [datasetId],
  )
  const { rows } = await pool().query<{ id: number }>('select id from task where project_id = $1 and name = $2', [
    fixture.projectId,
    task,
  ])
  const scores = await loadColumn(pool(), 'score', [evaluationId, rows[0].id], keys.length)
  return new Map(keys.map(({ key }, row) => [key, scores[row]]))
}

test("another version's scores find their images, and what has no partner is counted and listed", async () => {
  const scored = ['image_id,prob_Edema,prob_Mass']
  for (let row = 299; row >= 50; row--) scored.push(`image ${row},${row / 1000},${row / 2000}`)
  scored.splice(3, 0, 'image 9999,0.5,0.5')
  const job = await fixture.import(scoresRequest(await fixture.upload(scored.join('\n')), datasetId))
  const outcome = ImportOutcome.parse(job.outcome)
  expect(outcome).toMatchObject({ rows: 251, unmatchedRows: 1, unmatchedRowNumbers: [3], unscoredExamples: 50 })
  const scores = await scoresByKey(outcome.evaluationId, 'Mass')
  for (let row = 0; row < 300; row++)
    expect([row, scores.get(`image ${row}`)]).toEqual([row, row < 50 ? Number.NaN : row / 2000])
  const { rows } = await pool().query('select scored, unscored from scored_task where evaluation_id = $1', [
    outcome.evaluationId,
  ])
  expect(rows).toEqual(Array(2).fill({ scored: 250, unscored: 50 }))
  expect((await fixture.counts()).label_chunk).toBe(2) // labels are not repeated
})

test.each([
  ['no row of the dataset', 'image_id,prob_Edema,prob_Mass\nx,0.1,0.2\n', 'No row is about'],
  ['an image twice', 'image_id,prob_Edema,prob_Mass\nimage 1,0.1,0.2\nimage 1,0.3,0.2\n', '1 cell needs attention'],
  ['a score that is none', 'image_id,prob_Edema,prob_Mass\nimage 1,,0.2\n', '1 cell needs attention'],
])('%s leaves nothing', async (_, csv, words) => {
  const before = await fixture.counts()
  const job = await fixture.import(scoresRequest(await fixture.upload(csv), datasetId))
  expect(job.failure?.detail).toContain(words)
  expect(await fixture.counts()).toEqual(before)
})

test('a task without labels, and the same scores again, are refused', async () => {
  const csv = 'image_id,prob_Edema\nimage 1,0.1\n'
  const request = async (name: string) => {
    const tasks = [{ name, score: 'prob_Edema', decision: null }]
    return fixture.import(scoresRequest(await fixture.upload(csv), datasetId, { tasks }))
  }
  expect((await request('Hernia')).failure).toMatchObject({ errors: [{ path: 'task Hernia' }] })
  expect((await request('Edema')).state).toBe('done')
  expect((await request('Edema')).failure?.detail).toContain('are there already')
})
