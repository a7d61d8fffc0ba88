import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeConnections, pool } from '@/lib/db/client'
import { readDemo } from '@/lib/db/demo'
import { listEvaluations } from '@/lib/db/evaluations'
import { deleteProject } from '@/lib/db/projects'
import { accessForTests } from '@/lib/db/seed-for-tests'
import { chanceGroup } from '@/lib/demo/planted-gaps'
import { readMetricFrame } from '@/lib/frames/read-metric-frame'
import type { Demo } from '@/lib/wire/demo'
import { ListQuery } from '@/lib/wire/listing'
import { MetricFrame } from '@/lib/wire/metric-frame'
import { createTestDatabase } from '@/scripts/test-database.mjs'
import { addDemo, offerDemo } from './offer-demo'
import { startJobs } from './start-jobs'

const access = accessForTests()
beforeAll(async () => {
  process.env.DATABASE_URL = await createTestDatabase()
  startJobs()
})
afterAll(async () => {
  await startJobs().stop()
  await closeConnections()
})

async function until(state: Demo['state']): Promise<Demo> {
  for (const patience = Date.now() + 50_000; Date.now() < patience; await pause(50)) {
    const demo = await readDemo(access)
    if (demo.state === state) return demo
    if (demo.state === 'failed') throw new Error(`It failed: ${JSON.stringify(demo.job)}`)
  }
  throw new Error(`The demonstration did not come so far as ${state}`)
}

const counted = async (table: string) =>
  (await pool().query<{ count: number }>(`select count(*)::int as count from ${table}`)).rows[0].count

test('it is made once, by several that offer it at once, and survives a crash in its middle', {
  timeout: 120_000,
}, async () => {
  expect(await readDemo(access)).toEqual({ state: 'coming', projectId: null, job: null })
  await Promise.all([offerDemo(access), offerDemo(access), offerDemo(access)])
  const { projectId } = await until('making')
  // the server is stopped while the first table is imported, and started again: the import fails, the demonstration goes on
  while ((await counted("job where kind = 'import'")) === 0) await pause(10)
  await startJobs().stop()
  startJobs()
  await until('there')
  await offerDemo(access)
  expect(await counted('project')).toBe(1)
  expect([await counted('dataset'), await counted('evaluation'), await counted('operating_point')]).toEqual([1, 2, 6])

  const { rows } = await listEvaluations(accessForTests(projectId!), ListQuery.parse({}))
  expect(rows.map(({ sourceName }) => sourceName).sort()).toEqual([
    'synthetic-chest-x-rays.csv',
    'synthetic-scores-of-version-2.csv',
  ])
  const first = Math.min(...rows.map(({ id }) => id))
  const { body } = await readMetricFrame(accessForTests(projectId!, first), { task: chanceGroup.task })
  const frame = MetricFrame.parse(JSON.parse(String(body)))
  expect(frame.source).toMatchObject({ rows: 19_766, subjects: 12_000 })
  expect(frame.families.map(({ by }) => by.join('+'))).toContain('sex+age') // declared before
  expect(frame.threshold).toMatchObject({ value: 0.5, rule: 'fixed' })
})

test('deleting it keeps it away, and asking brings it back', { timeout: 120_000 }, async () => {
  const { projectId } = await readDemo(access)
  await deleteProject(accessForTests(projectId!, projectId!))
  expect(await readDemo(access)).toEqual({ state: 'absent', projectId: null, job: null })
  await offerDemo(access)
  expect(await counted('project')).toBe(0)
  expect(await addDemo(access)).toMatchObject({ state: 'making' })
  await until('there')
  expect(await addDemo(access)).toMatchObject({ state: 'there' })
  expect(await counted('project')).toBe(1)
})
