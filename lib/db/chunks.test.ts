import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '@/scripts/test-database.mjs'
import { chunkValues, loadColumn, writeColumn } from './chunks'
import { closeConnections, onOneConnection, pool } from './client'
import { seedEvaluation } from './seed-for-tests'

beforeAll(async () => {
  process.env.DATABASE_URL = await createTestDatabase()
})
afterAll(closeConnections)

test.each([1, chunkValues - 1, chunkValues, chunkValues + 1, 3 * chunkValues + 7])(
  'a column of %i values comes back to the last bit, not-scored and infinitesimal values too',
  async (length) => {
    const { evaluationId, taskId } = await seedEvaluation()
    const column = Float64Array.from({ length }, (_, row) => Math.sin(row) / 3)
    column[0] = Number.NaN
    column[length - 1] = 5e-324
    await onOneConnection((client) => writeColumn(client, 'score', [evaluationId, taskId], column))
    expect(await loadColumn(pool(), 'score', [evaluationId, taskId], length)).toEqual(column)
  },
)

test('any labels, cells and subjects come back', async () => {
  const { labelSourceId, taskId, attributeSetId, datasetId } = await seedEvaluation()
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 50 }), fc.uint32Array({ maxLength: 50 }), async (labels, cells) => {
      await pool().query('truncate label_chunk, cell_chunk, subject_chunk')
      await onOneConnection(async (client) => {
        await writeColumn(client, 'label', [labelSourceId, taskId], labels)
        await writeColumn(client, 'cell', [attributeSetId], cells)
        await writeColumn(client, 'subject', [datasetId], cells)
      })
      expect(await loadColumn(pool(), 'label', [labelSourceId, taskId], labels.length)).toEqual(labels)
      expect(await loadColumn(pool(), 'cell', [attributeSetId], cells.length)).toEqual(cells)
      expect(await loadColumn(pool(), 'subject', [datasetId], cells.length)).toEqual(cells)
    }),
    { numRuns: 30 },
  )
})

test('a part of a larger array is written as that part', async () => {
  const { evaluationId, taskId } = await seedEvaluation()
  const part = Float64Array.from([1, 2, 3, 4, 5]).subarray(1, 4)
  await onOneConnection((client) => writeColumn(client, 'score', [evaluationId, taskId], part))
  expect([...(await loadColumn(pool(), 'score', [evaluationId, taskId], 3))]).toEqual([2, 3, 4])
})

test('a column that lacks a chunk is a fault, never a shorter column', async () => {
  const { evaluationId, taskId } = await seedEvaluation()
  const length = 2 * chunkValues
  await onOneConnection((client) => writeColumn(client, 'score', [evaluationId, taskId], new Float64Array(length)))
  await pool().query('delete from score_chunk where evaluation_id = $1 and chunk = 1', [evaluationId])
  await expect(loadColumn(pool(), 'score', [evaluationId, taskId], length)).rejects.toThrow('bytes')
})

test('a million scores are sixteen rows, stored without compression', async () => {
  const { evaluationId, taskId } = await seedEvaluation()
  const column = new Float64Array(1_000_000)
  await onOneConnection((client) => writeColumn(client, 'score', [evaluationId, taskId], column))
  const { rows } = await pool().query(
    'select count(*)::int as rows, sum(pg_column_size(bytes))::int as bytes from score_chunk where evaluation_id = $1',
    [evaluationId],
  )
  expect(rows).toEqual([{ rows: 16, bytes: 8_000_000 }])
})
