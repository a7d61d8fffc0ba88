import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writePredictionsTable } from '@/bench/predictions-table'
import { closeConnections, pool } from '@/lib/db/client'
import { readEvaluationFacts } from '@/lib/db/evaluation-facts'
import { createOperatingPoint } from '@/lib/db/operating-points'
import { accessForTests, seedEvaluation } from '@/lib/db/seed-for-tests'
import { standingOfFrame } from '@/lib/disparities/standing-of-frame'
import { readEvaluationFrame } from '@/lib/ingest/read-evaluation-frame'
import type { EvaluationView } from '@/lib/wire/evaluation-view'
import { MetricFrame } from '@/lib/wire/metric-frame'
import { EvaluationStanding, ProjectStanding } from '@/lib/wire/standing'
import { createTestDatabase } from '@/scripts/test-database.mjs'
import { isOpening, questionOf } from './evaluation-question'
import { runFindings } from './findings-job'
import { readMetricFrame } from './read-metric-frame'
import { readEvaluationStanding, readProjectStanding } from './read-standing'
import { seedFrame } from './seed-frame-for-tests'

const table = join(mkdtempSync(join(tmpdir(), 'equiscope-standing-')), 'predictions.csv')
const context = { jobId: 1, projectId: 1, seed: 1, signal: new AbortController().signal, report: () => {} }

beforeAll(async () => {
  process.env.DATABASE_URL = await createTestDatabase()
  writePredictionsTable(table, 2000, 1)
})
afterAll(closeConnections)

/** An evaluation with two tasks, the same scores under two names. */
async function seeded() {
  const { frame, source } = await readEvaluationFrame({ file: table, numeric: [], where: [] })
  const ids = await seedFrame({ frame, source, task: 'pneumonia' })
  const { projectId, evaluationId, labelSourceId, taskId } = ids
  const { rows } = await pool().query<{ id: number }>(
    `insert into task (project_id, name, direction) values ($1, 'edema', 'disease') returning id`,
    [projectId],
  )
  for (const [columns, from, owner] of [
    ['evaluation_id, task_id, scored, unscored, has_decisions', 'scored_task', evaluationId],
    ['evaluation_id, task_id, chunk, bytes', 'score_chunk', evaluationId],
    ['label_source_id, task_id, chunk, bytes', 'label_chunk', labelSourceId],
  ]) {
    const copied = String(columns).replace('task_id', '$3::integer')
    const [key] = String(columns).split(',')
    await pool().query(
      `insert into ${from} (${columns}) select ${copied} from ${from} where ${key} = $1 and task_id = $2`,
      [owner, taskId, rows[0].id],
    )
  }
  return { ...ids, access: accessForTests(projectId, evaluationId), project: accessForTests(projectId, projectId) }
}

async function answerTask(access: ReturnType<typeof accessForTests>, task: string) {
  await runFindings({ question: '', evaluationId: access.id, view: { task } }, context)
  return MetricFrame.parse(JSON.parse(String((await readMetricFrame(access, { task })).body)))
}

const jobsOf = async (projectId: number) =>
  (await pool().query<{ view: object }>(`select request->'view' as view from job where project_id = $1`, [projectId]))
    .rows

test('an evaluation never tested starts a test a task, once, and then says what the findings say', async () => {
  const { access, projectId } = await seeded()
  const first = EvaluationStanding.parse(await readEvaluationStanding(access))
  expect(first.tasks.map(({ task, answer }) => [task, answer])).toEqual([
    ['pneumonia', null],
    ['edema', null],
  ])
  expect(first.families).toContainEqual(['sex'])
  expect(first.tasks.map(({ findings }) => findings.state)).toEqual(['computing', 'computing'])
  expect(await readEvaluationStanding(access)).toEqual(first)
  expect((await jobsOf(projectId)).map(({ view }) => view)).toEqual([{ task: 'pneumonia' }, { task: 'edema' }])
  const { rowCount } = await pool().query('select from answer where evaluation_id = $1', [access.id])
  expect(rowCount).toBe(0) // nothing was measured meanwhile

  const frame = await answerTask(access, 'edema')
  const standing = EvaluationStanding.parse(await readEvaluationStanding(access))
  expect(standing.families).toEqual(first.families)
  const [edema, pneumonia] = standing.tasks
  expect(edema).toMatchObject({ task: 'edema', findings: { state: 'ready', jobId: null } })
  expect(edema.answer).toEqual(standingOfFrame(frame))
  expect(pneumonia).toMatchObject({ task: 'pneumonia', answer: null, findings: { state: 'computing' } })
})

test('a test that failed, or was cancelled, is not tried again by itself', async () => {
  const { access, projectId } = await seeded()
  await readEvaluationStanding(access)
  await pool().query(`update job set state = 'failed' where project_id = $1`, [projectId])
  const { tasks } = await readEvaluationStanding(access)
  expect(tasks.map(({ findings }) => findings.state)).toEqual(['failed', 'failed'])
  await pool().query(`update job set state = 'cancelled' where project_id = $1`, [projectId])
  expect((await readEvaluationStanding(access)).tasks[0].findings).toMatchObject({ state: 'on_request', jobId: null })
  expect(await jobsOf(projectId)).toHaveLength(2)
})

test('a saved operating point is the opening view from then on, and its findings run by themselves', async () => {
  const { access, projectId, modelVersionId } = await seeded()
  await answerTask(access, 'edema')
  const draft = { task: 'edema', rule: 'fixed', target: null, threshold: 0.3, chosenOnId: null } as const
  await createOperatingPoint(accessForTests(projectId, modelVersionId), draft)
  const { findings } = await readMetricFrame(access, { task: 'edema' })
  expect(findings.state).toBe('computing')
  expect((await readMetricFrame(access, { task: 'edema', threshold: '0.3' })).findings).toEqual(findings)
  const edema = (await readEvaluationStanding(access)).tasks.find(({ task }) => task === 'edema')
  expect(edema).toMatchObject({ answer: null, findings: { state: 'computing', jobId: findings.jobId } })
  await answerTask(access, 'edema')
  expect((await readEvaluationStanding(access)).tasks[0].answer?.threshold).toMatchObject({ value: 0.3 })
})

test('a threshold that a rule chose on these rows says so, where the same one chosen elsewhere does not', async () => {
  const { access, projectId, modelVersionId } = await seeded()
  const version = accessForTests(projectId, modelVersionId)
  const opened = async (view: EvaluationView = {}) => {
    const { body } = await readMetricFrame(access, { task: 'edema', ...view })
    const { threshold, warnings } = MetricFrame.parse(JSON.parse(String(body)))
    return { ...threshold, isTold: warnings.some(({ code }) => code === 'threshold_chosen_on_these_data') }
  }
  const draft = { task: 'edema', rule: 'youden', target: null, threshold: 0.3 } as const
  await createOperatingPoint(version, { ...draft, chosenOnId: null })
  expect(await opened()).toEqual({ value: 0.3, rule: 'fixed', chosenOnTheseData: false, isTold: false })
  await createOperatingPoint(version, { ...draft, chosenOnId: access.id! })
  const optimistic = { value: 0.3, rule: 'fixed', chosenOnTheseData: true, isTold: true }
  expect(await opened()).toEqual(optimistic)
  expect(await opened({ threshold: '0.3' })).toEqual(optimistic)
  expect(await opened({ threshold: '0.4' })).toMatchObject({ chosenOnTheseData: false })
})

test('a view at any saved operating point is tested by itself, at another threshold it is not', async () => {
  const { projectId, modelVersionId, evaluationId } = await seeded()
  for (const threshold of [1e-7, 0.1 + 0.2]) {
    const draft = { task: 'edema', rule: 'fixed', target: null, threshold, chosenOnId: null } as const
    await createOperatingPoint(accessForTests(projectId, modelVersionId), draft)
  }
  const facts = await readEvaluationFacts(pool(), evaluationId)
  const isUnasked = (view: EvaluationView) => isOpening(facts, questionOf(facts, view), view)
  for (const threshold of [undefined, '0.30000000000000004', '1e-7'])
    expect(isUnasked({ task: 'edema', threshold })).toBe(true)
  expect(isUnasked({ task: 'edema', threshold: '0.3' })).toBe(false)
  expect(isUnasked({ task: 'pneumonia', threshold: '1e-7' })).toBe(false)
  expect(isUnasked({ task: 'edema', by: 'sex' })).toBe(false)
})

test('a project stands as the latest evaluation of each version on a dataset does', async () => {
  const { access, project, projectId, modelId, evaluationId, taskId } = await seeded()
  expect(ProjectStanding.parse(await readProjectStanding(project)).versions).toMatchObject([
    { versionName: '1', evaluations: [{ evaluationId, tasks: 2, answered: 0, computing: 0, worst: null }] },
  ])
  expect(await jobsOf(projectId)).toEqual([]) // looking at a project starts nothing
  await readEvaluationStanding(access)
  const frame = await answerTask(access, 'pneumonia')
  const { worst, findingCount } = standingOfFrame(frame)
  await pool().query(`insert into model_version (model_id, name) values ($1, '2')`, [modelId])
  const { versions, neverEvaluated } = ProjectStanding.parse(await readProjectStanding(project))
  expect(versions.map(({ versionName }) => versionName)).toEqual(['2', '1'])
  expect(versions[0].evaluations).toEqual([])
  expect(versions[1].evaluations).toEqual([
    expect.objectContaining({
      ...{ evaluationId, hasAttributes: true, isSynthetic: false, tasks: 2, answered: 1, computing: 1 },
      ...{ findings: findingCount, tasksWithFindings: worst ? 1 : 0 },
      worst: worst && { task: 'pneumonia', finding: worst },
    }),
  ])
  expect(neverEvaluated).toEqual(['skin_tone', 'insurance', 'language', 'scanner'])

  const { rows } = await pool().query<{ id: number }>(
    `insert into evaluation (project_id, dataset_id, model_version_id, label_source_id, name, source_name, source_sha256,
       score_scale, in_training_data)
     select project_id, dataset_id, model_version_id, label_source_id, 'again', source_name, source_sha256, score_scale,
       in_training_data from evaluation where id = $1 returning id`,
    [evaluationId],
  )
  await pool().query('insert into scored_task values ($1, $2, 0, 0, false)', [rows[0].id, taskId])
  const [, first] = (await readProjectStanding(project)).versions
  expect(first.evaluations.map((own) => [own.evaluationId, own.tasks])).toEqual([[rows[0].id, 1]])
  await pool().query('update evaluation set archived_at = now() where id = $1', [rows[0].id])
  expect((await readProjectStanding(project)).versions[1].evaluations[0].evaluationId).toBe(evaluationId)
})

test('a dataset without attributes was never evaluated by group', async () => {
  const { projectId } = await seedEvaluation()
  const { versions, neverEvaluated } = await readProjectStanding(accessForTests(projectId, projectId))
  expect(versions[0].evaluations[0]).toMatchObject({ hasAttributes: false, tasks: 0 })
  expect(neverEvaluated).toContain('sex')
})

test('many versions take as many queries as one', async () => {
  const { project, modelId, evaluationId, taskId } = await seeded()
  const counted = async () => {
    const { query } = pool()
    let queries = 0
    pool().query = ((...asked: Parameters<typeof query>) => {
      queries++
      return query.apply(pool(), asked)
    }) as typeof query
    await readProjectStanding(project)
    pool().query = query
    return queries
  }
  const one = await counted()
  for (let version = 2; version < 12; version++)
    await pool().query(
      `with v as (insert into model_version (model_id, name) values ($1, $2) returning id),
         e as (insert into evaluation (project_id, dataset_id, model_version_id, label_source_id, name, source_name,
             source_sha256, score_scale, in_training_data)
           select project_id, dataset_id, v.id, label_source_id, name, source_name, source_sha256, score_scale,
             in_training_data from evaluation, v where evaluation.id = $3 returning evaluation.id)
       insert into scored_task select id, $4, 0, 0, false from e`,
      [modelId, String(version), evaluationId, taskId],
    )
  expect((await readProjectStanding(project)).versions).toHaveLength(11)
  expect(await counted()).toBe(one)
})
