import { afterAll, beforeAll, expect, test } from 'vitest'
import { listChanges } from '@/lib/db/audit'
import { closeConnections, pool } from '@/lib/db/client'
import { accessForTests, seedEvaluation } from '@/lib/db/seed-for-tests'
import { createTestDatabase } from '@/scripts/test-database.mjs'
import { serveRoutes } from './serve-for-tests'

let server: Awaited<ReturnType<typeof serveRoutes>>
let [own, other]: Awaited<ReturnType<typeof seedEvaluation>>[] = []
beforeAll(async () => {
  process.env.DATABASE_URL = await createTestDatabase()
  server = await serveRoutes()
  own = await seedEvaluation()
  other = await seedEvaluation()
})
afterAll(async () => {
  await server.stop()
  await closeConnections()
})

/** What a program would look at in answers. */
interface Body {
  id: number
  name: string
  description: string
  archivedAt: string | null
  parentId: number | null
  total: number
  rows: Body[]
  errors: { path: string; message: string }[]
}

interface Answer {
  status: number
  body: Body
  headers: Headers
}

async function ask(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const sent = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body)
  const kind: Record<string, string> = sent === undefined ? {} : { 'content-type': 'application/json' }
  const response = await fetch(`${server.url}/api/v1${path}`, { method, body: sent, headers: { ...kind, ...headers } })
  const text = await response.text()
  return { status: response.status, body: JSON.parse(text || 'null') as Body, headers: response.headers }
}

const home = (projectId = own.projectId) => `/projects/${projectId}`

/** Every thing that a project holds, as it lies under its own project and, wrongly, under another. */
const things = () => [
  ['datasets', own.datasetId],
  ['models', own.modelId],
  ['model-versions', own.modelVersionId],
  ['tasks', own.taskId],
  ['evaluations', own.evaluationId],
]

test.each(['datasets', 'models', 'model-versions', 'tasks', 'evaluations'])(
  'what is unknown, misspelt or of another project is not there: %s',
  async (noun) => {
    const [, id] = things().find(([name]) => name === noun)!
    for (const wrong of [`${home(other.projectId)}/${noun}/${id}`, `${home()}/${noun}/4711`, `${home()}/${noun}/1e3`]) {
      for (const [method, path, body] of [
        ...[['GET', wrong] as const, ['GET', `${wrong}/contents`] as const, ['DELETE', wrong] as const],
        ['PATCH', wrong, { name: 'Mine' }] as const,
      ]) {
        const { status, body: answer, headers } = await ask(method, path, body)
        expect([method, path, status]).toEqual([method, path, 404])
        expect(headers.get('content-type')).toBe('application/problem+json')
        expect(answer).toMatchObject({ title: 'Not Found', errors: [] })
      }
    }
    expect((await ask('GET', `${home()}/${noun}/${id}`)).body).toMatchObject({ id })
  },
)

test('views and findings of another project, and new versions of its models, are not there either', async () => {
  const foreign = `${home(other.projectId)}/evaluations/${own.evaluationId}`
  expect((await ask('GET', `${foreign}/frame`)).status).toBe(404)
  expect((await ask('GET', `${foreign}/findings`)).status).toBe(404)
  expect((await ask('POST', `${foreign}/findings`, {})).status).toBe(404)
  expect((await ask('POST', `${home(other.projectId)}/models/${own.modelId}/versions`, { name: '9' })).status).toBe(404)
  expect((await ask('GET', `${home(4711)}/datasets`)).status).toBe(404)
})

test.each([
  ['margin', 'margin=2'],
  ['permutations', 'permutations=1.5'],
  ['seed', 'seed=-1'],
  ['threshold', 'threshold=high'],
  ['task', 'task=melanoma'],
])('a view that cannot be is refused by the name of its field: %s', async (path, query) => {
  await pool().query('insert into scored_task values ($1, $2, 0, 0, false) on conflict do nothing', [
    own.evaluationId,
    own.taskId,
  ])
  const { status, body } = await ask('GET', `${home()}/evaluations/${own.evaluationId}/frame?${query}`)
  expect(status).toBe(422)
  expect(body.errors).toEqual([{ path, message: expect.any(String) }])
})

test('a field that no view has is refused, not ignored', async () => {
  const { status, body } = await ask('GET', `${home()}/evaluations/${own.evaluationId}/frame?treshold=0.5`)
  expect(status).toBe(422)
  expect(JSON.stringify(body.errors)).toContain('treshold')
})

test.each([
  ['no JSON', '{"name": ', 400, undefined],
  ['another type', 'name=x', 415, { 'content-type': 'application/x-www-form-urlencoded' }],
  ['the wrong shape', { name: 7 }, 422, undefined],
  ['an unknown field', { name: 'x', colour: 'red' }, 422, undefined],
  ['no name', { name: '  ' }, 422, undefined],
  ['an endless name', { name: 'x'.repeat(201) }, 422, undefined],
  ['more than a megabyte', { name: 'x'.repeat(1_100_000) }, 413, undefined],
])('a body is refused that is %s', async (_, body, status, headers) => {
  const answer = await ask('POST', `${home()}/models`, body, headers)
  expect(answer.status).toBe(status)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
})

test('models are created, listed, renamed, archived, restored and deleted, each change in the log', async () => {
  const { projectId } = await seedEvaluation()
  const names = ['Gamma', 'alpha', 'Beta']
  for (const name of names) expect((await ask('POST', `${home(projectId)}/models`, { name })).status).toBe(201)
  const named = async (query: string) =>
    (await ask('GET', `${home(projectId)}/models?${query}`)).body.rows.map(({ name }) => name)
  expect(await named('search=A&sort=created&order=descending')).toEqual(['Beta', 'alpha', 'Gamma'])
  expect(await named('search=a&size=2&page=2&sort=created')).toEqual(['Beta'])
  const { id } = (await ask('GET', `${home(projectId)}/models?search=alpha`)).body.rows[0]
  const path = `${home(projectId)}/models/${id}`
  expect((await ask('PATCH', path, { name: 'Omega' })).body.name).toBe('Omega')
  expect((await ask('PATCH', path, { archived: true })).body.archivedAt).not.toBeNull()
  expect(await named('search=Omega')).toEqual([])
  expect(await named('search=Omega&archived=yes')).toEqual(['Omega'])
  expect((await ask('PATCH', path, { archived: false })).body.archivedAt).toBeNull()
  expect((await ask('GET', `${path}/contents`)).body).toEqual({ versions: 0, evaluations: 0 })
  expect((await ask('DELETE', path)).status).toBe(204)
  expect((await ask('GET', path)).status).toBe(404)
  const actions = (await listChanges(accessForTests(projectId), 10)).filter(({ nounId }) => nounId === id)
  expect(actions.map(({ action }) => action)).toEqual([
    'model:delete',
    ...Array(3).fill('model:change'),
    'model:create',
  ])
})

test('a version has a name of its own and a parent of its project that does not come from it', async () => {
  const { projectId, modelId } = await seedEvaluation()
  const versions = `${home(projectId)}/models/${modelId}/versions`
  const { body: first } = await ask('POST', versions, { name: '2', adaptation: 'adapter' })
  const { body: second } = await ask('POST', versions, { name: '3', parentId: first.id })
  expect(second).toMatchObject({ parentId: first.id, modelId })
  expect((await ask('POST', versions, { name: '3' })).status).toBe(409)
  expect((await ask('POST', versions, { name: '4', parentId: other.modelVersionId })).status).toBe(404)
  const path = `${home(projectId)}/model-versions/${first.id}`
  expect((await ask('PATCH', path, { parentId: second.id })).status).toBe(409)
  expect((await ask('PATCH', path, { name: '3' })).status).toBe(409)
  expect((await ask('PATCH', path, { name: '2', trainingData: 'MIMIC' })).body).toMatchObject({ trainingData: 'MIMIC' })
  expect((await ask('DELETE', path)).status).toBe(204)
  const left = (await ask('GET', `${versions}?sort=created`)).body.rows
  expect(left.map(({ name, parentId }) => [name, parentId])).toEqual([
    ['1', null],
    ['3', null],
  ])
})

test("a task's direction is corrected as long as nothing was evaluated, and never after", async () => {
  const { projectId, taskId, evaluationId } = await seedEvaluation()
  const path = `${home(projectId)}/tasks/${taskId}`
  expect((await ask('PATCH', path, { direction: 'healthy' })).body).toMatchObject({ direction: 'healthy' })
  await pool().query('insert into scored_task values ($1, $2, 0, 0, false)', [evaluationId, taskId])
  const { status, body } = await ask('PATCH', path, { direction: 'disease' })
  expect([status, body.errors[0].path]).toEqual([409, 'direction'])
  expect((await ask('PATCH', path, { name: 'No Finding', direction: 'healthy' })).body.name).toBe('No Finding')
  expect((await ask('GET', `${path}/contents`)).body).toEqual({ labelSources: 0, evaluations: 1 })
  expect((await ask('DELETE', path)).status).toBe(204)
  expect((await ask('GET', `${home(projectId)}/tasks`)).body.total).toBe(0)
  expect((await ask('GET', `${home(projectId)}/evaluations/${evaluationId}`)).status).toBe(200)
})

test('evaluations and datasets are renamed and deleted', async () => {
  const { projectId, datasetId, evaluationId } = await seedEvaluation()
  const evaluation = `${home(projectId)}/evaluations/${evaluationId}`
  expect((await ask('PATCH', evaluation, { name: 'June' })).body.name).toBe('June')
  expect((await ask('PATCH', evaluation, { description: 'x' })).status).toBe(422)
  expect((await ask('GET', `${evaluation}/contents`)).body).toEqual({ tasks: 0, answers: 0 })
  const dataset = `${home(projectId)}/datasets/${datasetId}`
  expect((await ask('PATCH', dataset, { description: 'All of June' })).body.description).toBe('All of June')
  expect((await ask('GET', `${dataset}/contents`)).body).toMatchObject({ evaluations: 1, examples: 0 })
  expect((await ask('DELETE', dataset)).status).toBe(204)
  expect((await ask('GET', evaluation)).status).toBe(404)
})

test('another web page may neither read nor change', async () => {
  const origin = { origin: 'https://evil.example' }
  expect((await ask('GET', `${home()}/datasets`, undefined, origin)).status).toBe(403)
  expect((await ask('GET', '/openapi.json', undefined, origin)).status).toBe(403)
  expect((await ask('POST', `${home()}/evaluations/${own.evaluationId}/findings`, {}, origin)).status).toBe(403)
})
