import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '@/scripts/test-database.mjs'
import { closeConnections, onOneConnection, pool } from './client'
import { seedEvaluation } from './seed-for-tests'
import { writeKeys } from './write-keys'

beforeAll(async () => {
  process.env.DATABASE_URL = await createTestDatabase()
})
afterAll(closeConnections)

test('100,000 keys come back in order, each with its subject, in one statement', async () => {
  const { datasetId } = await seedEvaluation()
  const keys = Array.from({ length: 100_000 }, (_, row) => `image ${row}, é 影像 🩻`)
  const subject = Uint32Array.from(keys, (_, row) => Math.floor(row / 3))
  await onOneConnection((client) => writeKeys(client, datasetId, { example: keys, subject: [], subjectOf: subject }))
  const { rows } = await pool().query<{ key: string; subject: number }>(
    'select key, subject_id as subject from example where dataset_id = $1 order by example_id',
    [datasetId],
  )
  expect(rows.length).toBe(keys.length)
  expect(rows.every((row, index) => row.key === keys[index] && row.subject === subject[index])).toBe(true)
})

test('a key longer than a block is kept whole', async () => {
  const { datasetId } = await seedEvaluation()
  const keys = ['short', '長'.repeat(200_000), '']
  await onOneConnection((client) =>
    writeKeys(client, datasetId, { subject: keys, example: [], subjectOf: new Uint32Array() }),
  )
  const { rows } = await pool().query('select key from subject where dataset_id = $1 order by subject_id', [datasetId])
  expect(rows.map(({ key }) => key)).toEqual(keys)
})

test('a key that PostgreSQL refuses leaves nothing of its import, and the connection usable', async () => {
  const { datasetId } = await seedEvaluation()
  await expect(
    onOneConnection((client) =>
      writeKeys(client, datasetId, { subject: ['fine', 'with\0nul'], example: [], subjectOf: new Uint32Array() }),
    ),
  ).rejects.toThrow()
  const { rows } = await pool().query('select count(*)::int as count from subject where dataset_id = $1', [datasetId])
  expect(rows).toEqual([{ count: 0 }])
})
