import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeConnections, pool } from '@/lib/db/client'
import { readEvaluationFacts } from '@/lib/db/evaluation-facts'
import { frameOf, randomRows } from '@/lib/disparities/frame-fixture'
import { createTestDatabase } from '@/scripts/test-database.mjs'
import { questionOf } from './evaluation-question'
import { readyEvaluationFor } from './ready-evaluations'
import { seedFrame } from './seed-frame-for-tests'

const frame = frameOf(randomRows(1, 400))
const bytesOfOne = frame.score.length * (8 + 1 + 4 + 4 + 4 + 8 + 1 + 4 + 1) // 35 a row, all labelled

beforeAll(async () => {
  process.env.DATABASE_URL = await createTestDatabase()
  process.env.EQUISCOPE_FRAME_CACHE = String(2 * bytesOfOne)
})
afterAll(closeConnections)

async function question() {
  const { evaluationId } = await seedFrame({ frame })
  return questionOf(await readEvaluationFacts(pool(), evaluationId), {})
}

test('an evaluation is loaded once, and the one longest not asked for makes room', async () => {
  const [first, second, third] = [await question(), await question(), await question()]
  const together = await Promise.all([readyEvaluationFor(first, 'asked'), readyEvaluationFor(first, 'patient')])
  expect(together[0]).toBe(together[1])
  expect(together[0].bytes).toBe(bytesOfOne)
  const other = await readyEvaluationFor(second, 'asked')
  expect(await readyEvaluationFor(first, 'asked')).toBe(together[0]) // now the second one was asked for longest ago
  await readyEvaluationFor(third, 'asked')
  expect(await readyEvaluationFor(first, 'asked')).toBe(together[0])
  expect(await readyEvaluationFor(second, 'asked')).not.toBe(other)
})

test('what could not be loaded is not kept', async () => {
  const asked = await question()
  await pool().query('delete from score_chunk where evaluation_id = $1', [asked.evaluationId])
  await expect(readyEvaluationFor(asked, 'asked')).rejects.toThrow('score_chunk has 0 bytes')
  await pool().query('delete from evaluation where id = $1', [asked.evaluationId])
  await expect(readyEvaluationFor(asked, 'asked')).rejects.toThrow('no such evaluation')
})
