import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeConnections, pool } from '@/lib/db/client'
import { accessForTests } from '@/lib/db/seed-for-tests'
import { frameOf, randomRows } from '@/lib/disparities/frame-fixture'
import { EvaluationCalibration } from '@/lib/wire/calibration'
import { createTestDatabase } from '@/scripts/test-database.mjs'
import { readCalibration } from './read-calibration'
import { seedFrame } from './seed-frame-for-tests'

const frame = frameOf(randomRows(1, 400))

beforeAll(async () => {
  process.env.DATABASE_URL = await createTestDatabase()
})
afterAll(closeConnections)

test('calibration of a view is computed once, whatever its threshold', async () => {
  const { projectId, evaluationId } = await seedFrame({ frame })
  const access = accessForTests(projectId, evaluationId)
  const { body } = await readCalibration(access, { by: 'sex' })
  const { families, overall } = EvaluationCalibration.parse(JSON.parse(String(body)))
  expect(overall.bins).toHaveLength(10)
  expect(families.map(({ slices }) => slices.length)).toEqual([2])
  expect((await readCalibration(access, { by: 'sex', threshold: '0.2', permutations: 9 })).body).toEqual(body)
  const { rows } = await pool().query('select kind from answer where evaluation_id = $1', [evaluationId])
  expect(rows).toEqual([{ kind: 'calibration' }])
})

test('scores that only rank have none, and it says what is needed', async () => {
  const { projectId, evaluationId } = await seedFrame({ frame, scale: 'rank' })
  await expect(readCalibration(accessForTests(projectId, evaluationId), {})).rejects.toMatchObject({
    status: 422,
    message: expect.stringContaining('needs probabilities or logits'),
  })
})
