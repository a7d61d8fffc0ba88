import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeConnections, pool } from '@/lib/db/client'
import { accessForTests } from '@/lib/db/seed-for-tests'
import { evaluationCurves } from '@/lib/disparities/evaluation-curves'
import { defaultSettings, frameOf, randomRows } from '@/lib/disparities/frame-fixture'
import { scoreSorted } from '@/lib/disparities/score-sorted'
import { EvaluationCurves } from '@/lib/wire/curves'
import type { EvaluationView } from '@/lib/wire/evaluation-view'
import { createTestDatabase } from '@/scripts/test-database.mjs'
import { readCurves } from './read-curves'
import { seedFrame } from './seed-frame-for-tests'

const frame = frameOf(randomRows(1, 300))

beforeAll(async () => {
  process.env.DATABASE_URL = await createTestDatabase()
})
afterAll(closeConnections)

async function seeded() {
  const ids = await seedFrame({ frame, task: 'finding' })
  const access = accessForTests(ids.projectId, ids.evaluationId)
  return {
    ...ids,
    read: async (view: EvaluationView) =>
      EvaluationCurves.parse(JSON.parse(String((await readCurves(access, view)).body))),
  }
}

/** A database orders levels by their counts, the fixture by name. */
function ordered({ families, ...rest }: EvaluationCurves) {
  const byName = (first: unknown, second: unknown) => (JSON.stringify(first) < JSON.stringify(second) ? -1 : 1)
  return { ...rest, families: families.map(({ by, slices }) => ({ by, slices: slices.toSorted(byName) })) }
}

test('curves of a view are computed once, whatever its threshold, margin and tests', async () => {
  const { read, evaluationId } = await seeded()
  const first = await read({ by: 'view,sex' })
  const families = ['view', 'sex'].map((name) => ({ by: [name], prespecified: true }))
  const expected = evaluationCurves(frame, scoreSorted(frame), { ...defaultSettings, families, exact: [] })
  expect(ordered(first)).toEqual(ordered(expected))
  expect(await read({ by: 'view,sex', threshold: '0.3', margin: 0.1, permutations: 7, seed: 4 })).toEqual(first)
  const { rows } = await pool().query('select kind from answer where evaluation_id = $1', [evaluationId])
  expect(rows).toEqual([{ kind: 'curves' }])
})

test('a new operating point is exact in the curves asked for after it', async () => {
  const { read, evaluationId, taskId } = await seeded()
  expect(await read({})).toMatchObject({ edges: expect.not.arrayContaining([0.31]) })
  await pool().query(
    `insert into operating_point (model_version_id, task_id, rule, threshold)
     select model_version_id, $2, 'fixed', 0.31 from evaluation where id = $1`,
    [evaluationId, taskId],
  )
  expect(await read({})).toMatchObject({ edges: expect.arrayContaining([0.31, 0.5]) })
})
