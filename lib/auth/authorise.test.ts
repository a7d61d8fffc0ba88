import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeConnections } from '@/lib/db/client'
import { seedEvaluation } from '@/lib/db/seed-for-tests'
import { createTestDatabase } from '@/scripts/test-database.mjs'
import { authorise } from './authorise'

let [own, other]: Awaited<ReturnType<typeof seedEvaluation>>[] = []
beforeAll(async () => {
  process.env.DATABASE_URL = await createTestDatabase()
  own = await seedEvaluation()
  other = await seedEvaluation()
})
afterAll(closeConnections)

const request = (headers: Record<string, string> = {}) =>
  new Request('http://localhost:3000/', { headers: { host: 'localhost:3000', ...headers } })

test.each([
  ['a name that was pointed at this machine', { host: 'evil.example:3000' }],
  ['a name that begins like ours', { host: 'localhost.evil.example' }],
  ['no name', { host: '' }],
  ['a form of another page', { origin: 'https://evil.example' }],
  ['a page on another port', { origin: 'http://localhost:8080' }],
  ['a page in a sandbox', { origin: 'null' }],
  ['what the browser says came from another site', { 'sec-fetch-site': 'cross-site' }],
])('refuses %s', async (_, headers) => {
  await expect(authorise(request(headers), 'project:list')).rejects.toMatchObject({ status: 403 })
})

test.each(['localhost', 'localhost:4000', '127.0.0.1:3000', '[::1]:3000'])('answers to %s', async (host) => {
  const headers = { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' }
  expect(await authorise(request(headers), 'project:list')).toMatchObject({ actor: 'local', projectId: undefined })
})

test('finds the project to which a thing belongs', async () => {
  const access = await authorise(request(), 'evaluation:read', String(own.evaluationId))
  expect(access).toMatchObject({ projectId: own.projectId, id: own.evaluationId, action: 'evaluation:read' })
  expect(await authorise(request(), 'model-version:read', own.modelVersionId)).toMatchObject({
    projectId: own.projectId,
  })
})

test.each(['0', '-1', '1.5', '1e3', 'x', '99999999999', '4711', ''])('there is no dataset %j', async (id) => {
  await expect(authorise(request(), 'dataset:read', id)).rejects.toMatchObject({ status: 404 })
})

test('what belongs to another project is unknown under this one', async () => {
  const ask = authorise(request(), 'dataset:read', other.datasetId, own.projectId)
  await expect(ask).rejects.toMatchObject({ status: 404 })
  expect(await authorise(request(), 'dataset:read', own.datasetId, String(own.projectId))).toMatchObject({
    id: own.datasetId,
  })
})

test('nothing is made in a project that does not exist', async () => {
  await expect(authorise(request(), 'dataset:create', 4711)).rejects.toMatchObject({ status: 404 })
})
