import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listChanges } from '@/lib/db/audit'
import { closeConnections } from '@/lib/db/client'
import { accessForTests, seedEvaluation } from '@/lib/db/seed-for-tests'
import { environment } from '@/lib/env'
import { onnxLookalike, runDraft, sha256Of, specification } from '@/lib/jobs/run-fixture'
import { ModelVersion } from '@/lib/wire/model'
import { createTestDatabase } from '@/scripts/test-database.mjs'
import { ScoringFixture } from './scoring-fixture'
import { serveRoutes } from './serve-for-tests'

let server: Awaited<ReturnType<typeof serveRoutes>>
const client = new ScoringFixture(() => server.url)
beforeAll(async () => {
  process.env.DATABASE_URL = await createTestDatabase()
  server = await serveRoutes()
})
afterAll(async () => {
  await server.stop()
  await closeConnections()
})

const folder = () => join(environment().EQUISCOPE_DATA, 'artefacts')
const isThere = (bytes: Uint8Array) => existsSync(join(folder(), sha256Of(bytes)))
const arriving = () => readdirSync(folder()).filter((name) => name.startsWith('incoming'))

/** A model of its own with a version that nobody evaluated. */
async function freshVersion(projectId: number) {
  const { body: model } = await client.ask('POST', `${projectId}/models`, { name: 'Fresh' })
  const { body: version } = await client.ask('POST', `${projectId}/models/${model.id}/versions`, { name: '1' })
  return { modelId: model.id as number, id: version.id as number, path: `${projectId}/model-versions/${version.id}` }
}

async function upload(path: string, bytes: Uint8Array<ArrayBuffer>) {
  const response = await fetch(`${server.url}/api/v1/projects/${path}/artefact`, { method: 'POST', body: bytes })
  return { status: response.status, body: await response.json() }
}

const download = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/api/v1/projects/${path}/artefact`, { headers })

test('a model file is kept by its hash, served as it came, and goes with its last version', async () => {
  const { projectId } = await seedEvaluation()
  const { path, modelId } = await freshVersion(projectId)
  const bytes = onnxLookalike(5000)
  const sha256 = sha256Of(bytes)
  expect((await download(path)).status).toBe(404)
  expect(await upload(path, bytes)).toEqual({ status: 201, body: { sha256, bytes: bytes.length, isKept: true } })
  const served = await download(path)
  expect(Buffer.from(await served.arrayBuffer()).equals(bytes)).toBe(true)
  expect(Object.fromEntries(served.headers)).toMatchObject({
    ...{ etag: `"${sha256}"`, 'content-length': String(bytes.length) },
  })
  expect((await download(path, { 'if-none-match': `"${sha256}"` })).status).toBe(304)

  const { body: copy } = await client.ask('POST', `${path}/copy`, { name: '2' })
  expect(copy).toMatchObject({ name: '2', artefact: { sha256, isKept: true }, parentId: expect.any(Number) })
  expect((await client.ask('POST', `${path}/copy`, { name: '2' })).status).toBe(409)
  await client.ask('DELETE', path)
  expect(isThere(bytes)).toBe(true)
  await client.ask('DELETE', `${projectId}/models/${modelId}`)
  expect(isThere(bytes)).toBe(false)
  const changes = (await listChanges(accessForTests(projectId), 20)).filter(({ noun }) => noun === 'model-version')
  expect(changes.map(({ action }) => action)).toContain('model-version:change')
})

test('another file takes the place of one that nobody ran, which is removed', async () => {
  const { projectId } = await seedEvaluation()
  const { path } = await freshVersion(projectId)
  const [first, second] = [onnxLookalike(300), onnxLookalike(301)]
  await upload(path, first)
  expect((await upload(path, second)).status).toBe(201)
  expect([isThere(first), isThere(second)]).toEqual([false, true])
  await client.ask('DELETE', `${projectId}`)
  expect(isThere(second)).toBe(false)
})

test('a file that never leaves the browser is known by its hash, and may be kept later', async () => {
  const { projectId } = await seedEvaluation()
  const { path } = await freshVersion(projectId)
  const bytes = onnxLookalike(77)
  const known = { sha256: sha256Of(bytes), bytes: bytes.length }
  expect((await client.ask('PUT', `${path}/artefact`, known)).body).toEqual({ ...known, isKept: false })
  expect((await download(path)).status).toBe(404)
  await upload(path, bytes)
  expect((await client.ask('PUT', `${path}/artefact`, known)).body).toEqual({ ...known, isKept: true })
  expect((await client.ask('PUT', `${path}/artefact`, { ...known, sha256: 'x' })).status).toBe(422)
})

test('a file that was damaged on the disk is not served, until it is uploaded again', async () => {
  const { projectId } = await seedEvaluation()
  const { path } = await freshVersion(projectId)
  const bytes = onnxLookalike(600)
  await upload(path, bytes)
  await (await download(path)).arrayBuffer()
  const file = join(folder(), sha256Of(bytes))
  const { mtimeMs } = statSync(file)
  const damaged = bytes.slice()
  damaged[99] ^= 1
  writeFileSync(file, damaged)
  utimesSync(file, new Date(), new Date(mtimeMs + 5000))
  const refused = await download(path)
  expect([refused.status, (await refused.json()).detail]).toEqual([
    500,
    expect.stringContaining('Upload the same file'),
  ])
  await upload(path, bytes)
  expect((await download(path)).status).toBe(200)
})

const whole = onnxLookalike(900)
test.each([
  ['nothing', new Uint8Array(0), 'empty'],
  ['a text', new TextEncoder().encode('This is a text, and no model at all.'), 'no ONNX'],
  ['a PNG', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), 'no ONNX'],
  ['a zip', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0]), 'no ONNX'],
  ['half of a model', whole.slice(0, 500), 'cut off'],
  ['a model without a graph', Uint8Array.from([8, 8]), 'cut off'],
])('%s is refused, and leaves nothing', async (_, bytes, words) => {
  const { projectId } = await seedEvaluation()
  const { path } = await freshVersion(projectId)
  const { status, body } = await upload(path, bytes as Uint8Array<ArrayBuffer>)
  expect([status, body.detail]).toEqual([422, expect.stringContaining(words)])
  expect([isThere(bytes), arriving()]).toEqual([false, []])
})

test('what is too large, or cut off on its way, leaves nothing', async () => {
  const { projectId } = await seedEvaluation()
  const { path } = await freshVersion(projectId)
  const post = (length: number, part: Uint8Array) =>
    new Promise<number>((resolve) => {
      const headers = { 'content-length': length }
      const sent = request(`${server.url}/api/v1/projects/${path}/artefact`, { method: 'POST', headers })
      sent.once('response', ({ statusCode = 0 }) => resolve(statusCode)).once('error', () => resolve(0))
      sent.write(part, () => part.length > 0 && setTimeout(() => sent.destroy(), 100))
      sent.flushHeaders()
    })
  expect(await post(2 ** 31 + 1, new Uint8Array(0))).toBe(413)
  expect(await post(1000, whole.slice(0, 300))).toBe(0)
  await expect.poll(arriving).toEqual([])
  expect((await client.ask('GET', path)).body.artefact).toBeNull()
})

test('file and specification are part of the version once it was run; a copy may be changed', async () => {
  const { projectId } = await seedEvaluation()
  const { path, id } = await freshVersion(projectId)
  const bytes = onnxLookalike(123)
  await upload(path, bytes)
  const specify = (change: object, at = path) =>
    client.ask('PUT', `${at}/input-specification`, { ...specification, ...change })
  expect(ModelVersion.parse((await specify({ width: 32 })).body).sha256).toMatch(/^[0-9a-f]{64}$/)
  const { body: version } = await specify({})
  expect(version).toMatchObject({ artefact: { sha256: sha256Of(bytes) }, inputSpecification: specification })
  expect((await specify({ width: 4 })).status).toBe(422)
  const draft = runDraft({ modelVersionId: id, images: 1 })
  const { body: run } = await client.ask('POST', `${projectId}/scoring-runs`, draft)
  expect((await specify({})).status).toBe(200)
  expect((await specify({ width: 32 })).body).toMatchObject({ status: 409, errors: [{ path: 'inputSpecification' }] })
  expect(await upload(path, onnxLookalike(124))).toMatchObject({
    status: 409,
    body: { errors: [{ path: 'artefact' }] },
  })
  expect([isThere(onnxLookalike(124)), (await upload(path, bytes)).status]).toEqual([false, 201])

  const { body: copy } = await client.ask('POST', `${path}/copy`, { name: '32 pixels' })
  expect(copy.sha256).toBe(version.sha256)
  const changed = await specify({ width: 32 }, `${projectId}/model-versions/${copy.id}`)
  expect(changed.body).toMatchObject({ parentId: id, inputSpecification: { width: 32 } })
  expect(changed.body.sha256).not.toBe(version.sha256)
  await client.ask('POST', `${projectId}/scoring-runs/${run.id}/cancel`)
  expect((await specify({ width: 32 })).status).toBe(200)
})

test('an imported version may be told which file it is, once', async () => {
  const { projectId, modelVersionId } = await seedEvaluation()
  const path = `${projectId}/model-versions/${modelVersionId}`
  expect((await upload(path, onnxLookalike(210))).status).toBe(201)
  expect((await upload(path, onnxLookalike(211))).status).toBe(409)
})

test('the file of another project is not there', async () => {
  const [own, other] = [await seedEvaluation(), await seedEvaluation()]
  const path = `${other.projectId}/model-versions/${own.modelVersionId}`
  expect((await upload(path, onnxLookalike())).status).toBe(404)
  expect((await download(path)).status).toBe(404)
  const known = { sha256: sha256Of(onnxLookalike()), bytes: 3 }
  expect((await client.ask('PUT', `${path}/artefact`, known)).status).toBe(404)
  expect((await client.ask('PUT', `${path}/input-specification`, specification)).status).toBe(404)
  expect((await client.ask('POST', `${path}/copy`, { name: 'x' })).status).toBe(404)
})
