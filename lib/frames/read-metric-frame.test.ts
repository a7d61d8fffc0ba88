import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writePredictionsTable } from '@/bench/predictions-table'
import { auditFrame } from '@/cli/command-fixture'
import { closeConnections, pool } from '@/lib/db/client'
import { accessForTests } from '@/lib/db/seed-for-tests'
import { readEvaluationFrame } from '@/lib/ingest/read-evaluation-frame'
import { MetricFrame } from '@/lib/wire/metric-frame'
import { createTestDatabase } from '@/scripts/test-database.mjs'
import { runFindings } from './findings-job'
import { readMetricFrame, startFindings } from './read-metric-frame'
import { seedFrame } from './seed-frame-for-tests'

const folder = mkdtempSync(join(tmpdir(), 'equiscope-frames-'))
const table = join(folder, 'predictions.csv')
const context = { jobId: 1, projectId: 1, seed: 1, signal: new AbortController().signal, report: () => {} }

beforeAll(async () => {
  process.env.DATABASE_URL = await createTestDatabase()
  writePredictionsTable(table, 2000, 1)
})
afterAll(closeConnections)

/** The table in the database, all its attributes in one set. */
async function seeded(file = table) {
  const { frame, source, task } = await readEvaluationFrame({ file, numeric: [], where: [] })
  const ids = await seedFrame({ frame, source, task })
  return { ...ids, access: accessForTests(ids.projectId, ids.evaluationId) }
}

/** Findings as a job computes them, then the answer that is kept. */
async function answered(access: Parameters<typeof readMetricFrame>[0], view: Parameters<typeof readMetricFrame>[1]) {
  await runFindings({ question: '', evaluationId: access.id, view }, context)
  const { body, findings } = await readMetricFrame(access, view)
  expect(findings.state).toBe('ready')
  return MetricFrame.parse(JSON.parse(String(body)))
}

const opening = ['--by', 'sex,age_band,ethnicity,site,view,sex+age_band'] // sex by age belongs to it where both are there

test.each([
  ['the opening view', {}, opening],
  [
    'families of some attributes',
    { by: 'ethnicity,sex+age_band', permutations: 99 },
    ['--by', 'ethnicity,sex+age_band', '--permutations', '99'],
  ],
  [
    'case mix, Youden and further metrics',
    { by: 'sex,site', adjust: 'age_band', threshold: 'youden', permutations: 99, metrics: 'ece,auprc', seed: 7 },
    [
      ...['--by', 'sex,site', '--adjust', 'age_band', '--threshold', 'youden', '--permutations', '99'],
      ...['--metrics', 'ece,auprc', '--seed', '7'],
    ],
  ],
  [
    'a sensitivity, a margin and the normal approximation',
    { threshold: 'sensitivity=0.8', margin: 0.02, minimumGap: 0.01, permutations: 0 },
    [
      ...opening,
      ...['--threshold', 'sensitivity=0.8', '--margin', '0.02', '--minimum-gap', '0.01', '--permutations', '0'],
    ],
  ],
])('says what the command line says, to the last digit: %s', async (_, view, args) => {
  const { access } = await seeded()
  expect(await answered(access, view)).toEqual(auditFrame([table, ...args]))
})

test('measures come at once, and the findings of the opening view start by themselves, once', async () => {
  const { access } = await seeded()
  const answers = await Promise.all(Array.from({ length: 5 }, () => readMetricFrame(access, {})))
  const jobs = new Set(answers.map(({ findings }) => findings.jobId))
  expect(answers.map(({ findings }) => findings.state)).toEqual(Array(5).fill('computing'))
  expect(jobs.size).toBe(1)
  expect(new Set(answers.map(({ body }) => String(body))).size).toBe(1)
  const frame = MetricFrame.parse(JSON.parse(String(answers[0].body)))
  expect(frame.findings).toEqual([])
  expect(frame.families.flatMap(({ disparities }) => disparities).every(({ verdict }) => verdict === null)).toBe(true)
  const { rows } = await pool().query('select kind from answer where evaluation_id = $1', [access.id])
  expect(rows).toEqual([{ kind: 'metric-frame' }])
})

test('findings that take longer wait until they are asked for', async () => {
  const { access } = await seeded()
  const view = { threshold: '0.4', permutations: 100_000 }
  expect((await readMetricFrame(access, view)).findings).toMatchObject({ state: 'on_request', jobId: null })
  const started = await startFindings(access, view)
  expect(started.state).toBe('computing')
  expect(await startFindings(access, view)).toEqual(started)
  await pool().query(`update job set state = 'failed' where id = $1`, [started.jobId])
  expect((await readMetricFrame(access, view)).findings).toMatchObject({ state: 'failed', jobId: started.jobId })
  expect((await startFindings(access, view)).jobId).not.toBe(started.jobId)
})

test('a job that was aborted keeps nothing', async () => {
  const { access } = await seeded()
  const abort = new AbortController()
  const running = runFindings(
    { question: '', evaluationId: access.id, view: { permutations: 50_000 } },
    {
      ...context,
      signal: abort.signal,
      report: (phase) => {
        if (phase === 'testing') abort.abort()
      },
    },
  )
  await expect(running).rejects.toThrow()
  expect((await pool().query('select from answer where evaluation_id = $1', [access.id])).rowCount).toBe(0)
})

test.each([
  ['task', { task: 'pneumnoia' }, 'There is no task pneumnoia'],
  ['by', { by: 'sex,agee_band' }, 'Did you mean age_band?'],
  ['by', { by: 'sex++age_band' }, 'missing'],
  ['adjust', { adjust: 'height' }, 'There is no attribute height'],
  ['threshold', { threshold: 'yuden' }, 'Takes a number'],
  ['metrics', { metrics: 'auroc,acuracy' }, 'Did you mean accuracy?'],
  ['split', { split: 'test' }, 'has no split'],
])('names the field that asks for what there is not: %s %j', async (path, view, message) => {
  const { access } = await seeded()
  await expect(readMetricFrame(access, view)).rejects.toMatchObject({
    status: 422,
    errors: [{ path, message: expect.stringContaining(message) }],
  })
})

test('a split is another pool: its levels, patients and numbers are those of its rows alone', async () => {
  const lines = ['image_id,patient_id,split,label,score,sex,site']
  for (let row = 0; row < 600; row++) {
    const split = row < 400 ? 'test' : 'train'
    const site = split === 'train' && row % 3 === 0 ? 'only in training' : `S${row % 4}`
    lines.push(
      `${row},${row >> 1},${split},${row % 3 === 0 ? 1 : 0},${((row * 37) % 100) / 100},${row % 5 < 2 ? 'F' : 'M'},${site}`,
    )
  }
  const file = join(folder, 'split.csv')
  writeFileSync(file, lines.join('\n'))
  const { frame, source, task } = await readEvaluationFrame({
    file,
    attributes: ['sex', 'split', 'site'],
    numeric: [],
    where: [],
  })
  const { projectId, evaluationId } = await seedFrame({ frame, source, task, kinds: { split: 'split' } })
  const view = { split: 'test', permutations: 99, by: 'sex,site' }
  const expected = auditFrame([file, '--split', 'test', '--permutations', '99', '--by', 'sex,site'])
  expect(await answered(accessForTests(projectId, evaluationId), view)).toEqual(expected)
})
