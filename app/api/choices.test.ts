import { afterAll, beforeAll, expect, test } from 'vitest'
import { listChanges } from '@/lib/db/audit'
import { closeConnections, pool } from '@/lib/db/client'
import { readEvaluationFacts } from '@/lib/db/evaluation-facts'
import { accessForTests, seedEvaluation } from '@/lib/db/seed-for-tests'
import { EvaluationFacts } from '@/lib/wire/evaluation-facts'
import { OperatingPointList } from '@/lib/wire/operating-point'
import { createTestDatabase } from '@/scripts/test-database.mjs'
import { serveRoutes } from './serve-for-tests'

let server: Awaited<ReturnType<typeof serveRoutes>>
beforeAll(async () => {
  process.env.DATABASE_URL = await createTestDatabase()
  server = await serveRoutes()
})
afterAll(async () => {
  await server.stop()
  await closeConnections()
})

interface Refusal {
  errors: { path: string; message: string }[]
}

async function ask(method: string, path: string, body?: unknown) {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${server.url}/api/v1/projects/${path}`, { method, body: JSON.stringify(body), headers })
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) }
}

/** An evaluation whose dataset has a split, a sex that arrived twice, and names. */
async function seeded() {
  const ids = await seedEvaluation()
  const { datasetId, attributeSetId, evaluationId, taskId } = ids
  const { rows } = await pool().query<{ id: number }>(
    `insert into attribute_set (dataset_id, name, source_sha256, cells, level_of) values ($1, 'later', '', 0, '') returning id`,
    [datasetId],
  )
  const many = Array.from({ length: 21 }, (_, at) => `ward ${at}`)
  for (const [set, position, name, kind, concept, levels] of [
    [attributeSetId, 0, 'sex', 'demographic', 'sex', ['M', 'F']],
    [attributeSetId, 1, 'fold', 'split', null, ['train', 'test']],
    [attributeSetId, 2, 'view', 'acquisition', 'view', ['PA', 'AP', 'Unknown']],
    [attributeSetId, 3, 'ward', 'demographic', 'site', many],
    [attributeSetId, 4, 'country', 'demographic', 'residence', ['CH']],
    [rows[0].id, 0, 'sex', 'demographic', 'sex', ['F', 'M', 'X']],
  ])
    await pool().query(
      `insert into attribute (attribute_set_id, position, name, kind, scale, concept, levels, edges)
       values ($1, $2, $3, $4, 'categorical', $5, $6, '{}')`,
      [set, position, name, kind, concept, levels],
    )
  await pool().query('insert into scored_task values ($1, $2, 90, 10, false)', [evaluationId, taskId])
  return ids
}

test('the facts of an evaluation are what a view can choose from, levels in their stored order', async () => {
  const { projectId, evaluationId, modelVersionId } = await seeded()
  const { status, body } = await ask('GET', `${projectId}/evaluations/${evaluationId}/facts`)
  expect(status).toBe(200)
  expect(EvaluationFacts.parse(body)).toEqual({
    ...{ modelName: 'Seeded', versionId: modelVersionId, versionName: '1', datasetName: 'Seeded', isSynthetic: false },
    tasks: [{ name: 'pneumonia', direction: 'disease', scored: 90, hasDecisions: false, operatingPoints: [] }],
    attributes: [
      { name: 'sex', concept: 'sex', kind: 'demographic', levels: ['F', 'M', 'X'] },
      { name: 'view', concept: 'view', kind: 'acquisition', levels: ['PA', 'AP', 'Unknown'] },
      expect.objectContaining({ name: 'ward' }),
      expect.objectContaining({ name: 'country' }),
    ],
    splits: ['train', 'test'],
    prespecified: [['sex'], ['view']],
    prespecifiedChange: null,
  })
  await pool().query('update project set is_synthetic = true where id = $1', [projectId])
  const again = EvaluationFacts.parse((await ask('GET', `${projectId}/evaluations/${evaluationId}/facts`)).body)
  expect(again.isSynthetic).toBe(true)
  expect((await ask('GET', `${projectId}`)).body).toMatchObject({ isSynthetic: true })
})

test('families are declared for a dataset with a note, and what they were stands in the log', async () => {
  const { projectId, evaluationId, datasetId } = await seeded()
  const path = `${projectId}/datasets/${datasetId}/prespecified`
  const facts = async () =>
    EvaluationFacts.parse((await ask('GET', `${projectId}/evaluations/${evaluationId}/facts`)).body)
  expect(await readEvaluationFacts(pool(), evaluationId)).toMatchObject({ prespecified: null })
  expect((await ask('PUT', path, { families: 'sex, sex+view', note: 'As the protocol says' })).status).toBe(204)
  expect(await facts()).toMatchObject({
    prespecified: [['sex'], ['sex', 'view']],
    prespecifiedChange: { note: 'As the protocol says', at: expect.stringMatching(/Z$/) },
  })
  expect(await readEvaluationFacts(pool(), evaluationId)).toMatchObject({ prespecified: [['sex'], ['sex', 'view']] })
  expect((await ask('PUT', path, { families: 'ward', note: 'Wards were asked for' })).status).toBe(204)
  const [second, first] = await listChanges(accessForTests(projectId), 2)
  expect(first).toMatchObject({
    ...{ actor: 'local', action: 'dataset:change', noun: 'dataset', nounId: datasetId },
    change: {
      before: { families: null, note: null },
      after: { families: 'sex,sex+view', note: 'As the protocol says' },
    },
  })
  expect(second.change).toMatchObject({ before: { families: 'sex,sex+view' }, after: { families: 'ward' } })
  const { body: dataset } = await ask('GET', `${projectId}/datasets/${datasetId}`)
  expect(Object.keys(dataset as object)).not.toContain('prespecified')
})

test.each([
  ['an attribute that is not there', { families: 'sex,height', note: 'x' }, 'families', 'no attribute height'],
  ['a split', { families: 'fold', note: 'x' }, 'families', 'no attribute fold'],
  ['what is no list', { families: 'sex++view', note: 'x' }, 'families', 'missing'],
  ['a family twice', { families: 'sex+view,view+sex', note: 'x' }, 'families', 'twice'],
  ['no note', { families: 'sex', note: ' ' }, 'note', 'Say why'],
])('families are refused by the name of the field: %s', async (_, change, path, message) => {
  const { projectId, datasetId } = await seeded()
  const { status, body } = await ask('PUT', `${projectId}/datasets/${datasetId}/prespecified`, change)
  expect(status).toBe(422)
  expect((body as Refusal).errors).toEqual([{ path, message: expect.stringContaining(message) }])
  const { rows } = await pool().query('select prespecified from dataset where id = $1', [datasetId])
  expect(rows).toEqual([{ prespecified: null }])
})

test('operating points are added, never replaced, and the latest holds', async () => {
  const { projectId, evaluationId, modelVersionId } = await seeded()
  const path = `${projectId}/model-versions/${modelVersionId}/operating-points`
  const drafts = [
    { task: 'pneumonia', rule: 'fixed', threshold: 0.1 + 0.2 },
    { task: 'pneumonia', rule: 'sensitivity', target: 0.9, threshold: 0.25, chosenOnId: evaluationId },
  ]
  for (const draft of drafts) expect((await ask('POST', path, draft)).status).toBe(201)
  const listed = OperatingPointList.parse((await ask('GET', `${path}?task=pneumonia`)).body)
  expect(listed).toMatchObject({ total: 2, rows: [drafts[1], { ...drafts[0], target: null, chosenOnId: null }] })
  expect((await readEvaluationFacts(pool(), evaluationId)).tasks[0].operatingPoint).toBe(0.25)
  const facts = EvaluationFacts.parse((await ask('GET', `${projectId}/evaluations/${evaluationId}/facts`)).body)
  expect(facts.tasks[0].operatingPoints).toEqual(listed.rows)
  const [entry] = await listChanges(accessForTests(projectId), 1)
  expect(entry).toMatchObject({
    ...{ noun: 'operating-point', nounId: listed.rows[0].id, action: 'model-version:change' },
    change: { modelVersionId, ...drafts[1] },
  })
})

test('an operating point belongs to the project and to the version', async () => {
  const [own, other] = [await seeded(), await seeded()]
  const path = `${own.projectId}/model-versions/${own.modelVersionId}/operating-points`
  const draft = { task: 'pneumonia', rule: 'fixed', threshold: 0.5 }
  for (const [wrong, field] of [
    [{ ...draft, task: 'melanoma' }, 'task'],
    [{ ...draft, chosenOnId: other.evaluationId }, 'chosenOnId'],
    [{ ...draft, rule: 'sensitivity' }, 'target'],
    [{ ...draft, target: 0.9 }, 'target'],
    [{ ...draft, rule: 'guess' }, 'rule'],
  ]) {
    const { status, body } = await ask('POST', path, wrong)
    expect([status, (body as Refusal).errors[0].path]).toEqual([422, field])
  }
  const foreign = `${other.projectId}/model-versions/${own.modelVersionId}/operating-points`
  expect((await ask('POST', foreign, draft)).status).toBe(404)
  expect((await ask('GET', foreign)).status).toBe(404)
  expect(OperatingPointList.parse((await ask('GET', path)).body).total).toBe(0)
})
