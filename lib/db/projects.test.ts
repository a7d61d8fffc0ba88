import { afterAll, beforeAll, expect, test } from 'vitest'
import { ListQuery } from '@/lib/wire/listing'
import { createTestDatabase } from '@/scripts/test-database.mjs'
import { closeConnections, onOneConnection, pool } from './client'
import { deleteDataset, listDatasets } from './datasets'
import { changeProject, countProject, createProject, deleteProject, listProjects, readProject } from './projects'
import { accessForTests, seedEvaluation } from './seed-for-tests'
import { writeKeys } from './write-keys'

beforeAll(async () => {
  process.env.DATABASE_URL = await createTestDatabase()
})
afterAll(closeConnections)

async function namesFound(query: object) {
  return (await listProjects(accessForTests(), ListQuery.parse(query))).rows.map(({ name }) => name)
}

test('a list is searched, sorted and cut into pages on the server', async () => {
  for (const name of ['Delta', 'alpha', '100 % sure', 'under_score', 'underscore']) {
    await createProject(accessForTests(), { name, description: '' })
  }
  expect(await namesFound({ search: 'UNDER' })).toEqual(['under_score', 'underscore'])
  expect(await namesFound({ search: '%' })).toEqual(['100 % sure'])
  expect(await namesFound({ search: 'r_s' })).toEqual(['under_score'])
  expect(await namesFound({ sort: 'created', order: 'descending', size: 2 })).toEqual(['underscore', 'under_score'])
  const second = await listProjects(accessForTests(), ListQuery.parse({ sort: 'created', size: 2, page: 2 }))
  expect(second).toMatchObject({ total: 5, page: 2, size: 2, rows: [{ name: '100 % sure' }, { name: 'under_score' }] })
})

test('an archived project leaves the list and returns to it', async () => {
  const { id } = await createProject(accessForTests(), { name: 'Shelved', description: '' })
  await changeProject(accessForTests(id, id), { archived: true })
  expect(await namesFound({ search: 'Shelved' })).toEqual([])
  expect(await namesFound({ search: 'Shelved', archived: 'yes' })).toEqual(['Shelved'])
  expect((await changeProject(accessForTests(id, id), { archived: false })).archivedAt).toBeNull()
})

test('a deletion takes what belongs to the project, keys too, and nothing of another', async () => {
  const [gone, kept] = [await seedEvaluation(), await seedEvaluation()]
  const keys = { subject: ['p'], example: ['a', 'b'], subjectOf: Uint32Array.of(0, 0) }
  for (const { datasetId } of [gone, kept]) {
    await onOneConnection((client) => writeKeys(client, datasetId, keys))
  }
  const access = accessForTests(gone.projectId, gone.projectId)
  expect(await countProject(access)).toEqual({ datasets: 1, models: 1, evaluations: 1 })
  await deleteProject(access)
  await expect(readProject(access)).rejects.toMatchObject({ status: 404 })
  const { rows } = await pool().query('select dataset_id as id, count(*)::int as count from example group by 1')
  expect(rows).toEqual([{ id: kept.datasetId, count: 2 }])
})

test('a dataset goes with its evaluations, its project stays', async () => {
  const { projectId, datasetId } = await seedEvaluation()
  await deleteDataset(accessForTests(projectId, datasetId))
  expect(await countProject(accessForTests(projectId, projectId))).toEqual({ datasets: 0, models: 1, evaluations: 0 })
  expect((await listDatasets(accessForTests(projectId), ListQuery.parse({}))).total).toBe(0)
})
