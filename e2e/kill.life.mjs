import { rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureBuilt, ensureGenerated } from '../scripts/build.mjs'
import { temporaryFolder } from '../scripts/test-database.mjs'
import { findHalfWritten, leftOverFiles } from './half-written.mjs'
import { KilledInstance } from './killed-instance.mjs'

// EQUISCOPE_KILLS: how many; EQUISCOPE_SEED: when and what. The same seed kills the same things after the same times.
const kills = Number(process.env.EQUISCOPE_KILLS ?? 3)
const seed = Number(process.env.EQUISCOPE_SEED ?? 1)
const rows = 40_000

/** Marsaglia's xorshift, so that a round that failed can be run again. */
function randomFrom(state) {
  let word = (state * 2654435761 + 1) >>> 0
  return () => {
    word ^= word << 13
    word ^= word >>> 17
    word ^= word << 5
    return (word >>> 0) / 2 ** 32
  }
}

let instance
beforeAll(async () => {
  await ensureGenerated()
  await ensureBuilt()
  instance = new KilledInstance(temporaryFolder())
  await instance.start()
}, 300_000)
afterAll(async () => {
  try {
    await instance.stop()
  } catch {
    instance.destroy()
  }
  rmSync(instance.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 })
})

function table(tag) {
  const lines = ['image_id,patient_id,sex,age,label_Edema,prob_Edema,label_Mass,prob_Mass']
  for (let row = 0; row < rows; row++) {
    const mixed = Math.imul(row + tag, 2654435761) >>> 0
    const [label, score] = [mixed & 1, mixed / 2 ** 32]
    lines.push(
      `i${row},p${row >> 1},${mixed & 2 ? 'F' : 'M'},${mixed % 90},${label},${score},${1 - label},${1 - score}`,
    )
  }
  return lines.join('\n')
}

const tasks = ['Edema', 'Mass'].map((name) => ({ name, score: `prob_${name}`, decision: null }))
const source = { model: 'M', scoreScale: null, inTrainingData: 'unknown' }
const asDataset = (sha256) => ({
  ...{ kind: 'dataset', sha256, dataset: 'D', version: '1', ...source },
  columns: { example: 'image_id', subject: 'patient_id', split: null },
  tasks: tasks.map((task) => ({ ...task, direction: 'disease', label: `label_${task.name}` })),
  attributes: [
    { column: 'sex', name: 'sex', kind: 'demographic', concept: 'sex', edges: [] },
    { column: 'age', name: 'age', kind: 'demographic', concept: 'age', edges: [40, 60] },
  ],
})

/** What the instance must have: projects with the evaluations that were told to be done, by their numbers. */
const kept = new Map()

async function createProject() {
  const { status, body } = await instance.ask('POST', '/projects', { name: `P ${kept.size} ${Date.now()}` })
  expect(status).toBe(201)
  kept.set(body.id, new Set())
  return body.id
}

/** Sends a file and asks for its import; the job, or undefined where the answer never came. */
async function ask(projectId, content, requestOf) {
  const sent = await instance.ask('POST', `/projects/${projectId}/uploads?name=t.csv`, content)
  expect(sent.status).toBe(201)
  const queued = await instance.ask('POST', `/projects/${projectId}/imports`, requestOf(sent.body.sha256))
  expect(queued.status).toBe(202)
}

/** Waits for the jobs of a project to end, and keeps what they say is done. */
async function settle(projectId) {
  for (const patience = Date.now() + 40_000; ; await pause(100)) {
    const { body } = await instance.ask('GET', `/projects/${projectId}/jobs`)
    if (body.every(({ endedAt }) => endedAt !== null)) {
      for (const { state, outcome } of body) if (state === 'done') kept.get(projectId).add(outcome)
      return body
    }
    if (Date.now() > patience) throw new Error(`A job does not end: ${JSON.stringify(body[0])}`)
  }
}

async function expectWhole() {
  const { body } = await instance.ask('GET', '/projects?size=200')
  expect(body.rows.map(({ id }) => id).sort((a, b) => a - b)).toEqual([...kept.keys()].sort((a, b) => a - b))
  for (const projectId of kept.keys()) {
    await settle(projectId)
    const { body: contents } = await instance.ask('GET', `/projects/${projectId}/contents`)
    const evaluations = new Set([...kept.get(projectId)].map(({ evaluationId }) => evaluationId))
    expect({ projectId, evaluations: contents.evaluations }).toEqual({ projectId, evaluations: evaluations.size })
  }
  expect(await findHalfWritten(instance.databaseUrl, instance.folder)).toEqual([])
}

/** How the jobs of all projects ended, for the one who watches. */
async function states() {
  const jobs = await Promise.all([...kept.keys()].map((id) => instance.ask('GET', `/projects/${id}/jobs`)))
  const counts = {}
  for (const { state, failure } of jobs.flatMap(({ body }) => body)) {
    const how = failure ? `${state} (${failure.title})` : state
    counts[how] = (counts[how] ?? 0) + 1
  }
  return JSON.stringify(counts)
}

/** What is under way when the kill comes. */
const deeds = {
  async import(random) {
    await ask(await createProject(), table(Math.floor(random() * 1e6)), asDataset)
  },
  async attach(random) {
    const [projectId, outcomes] = [...kept].find(([, done]) => done.size > 0)
    const [{ datasetId }] = outcomes
    const version = `v${Math.floor(random() * 1e9)}`
    const columns = { example: 'image_id' }
    await ask(projectId, table(Math.floor(random() * 1e6)), (sha256) => {
      return { kind: 'scores', sha256, datasetId, version, columns, tasks, ...source }
    })
  },
  async delete() {
    const [projectId] = [...kept].findLast(([, done]) => done.size > 0)
    await instance.ask('DELETE', `/projects/${projectId}`).catch(() => {})
    return projectId
  },
}

async function begin(random) {
  await deeds.import(random)
  const other = random() < 0.5 ? 'attach' : 'delete'
  return other === 'attach' ? { attach: deeds.attach(random).catch(() => {}) } : { delete: deeds.delete() }
}

test(
  `${kills} kills at random moments lose nothing that was committed and leave nothing half-written`,
  async () => {
    const random = randomFrom(seed)
    for (let dataset = 0; dataset < 2; dataset++) {
      const projectId = await createProject()
      await ask(projectId, table(dataset), asDataset)
      expect((await settle(projectId))[0]).toMatchObject({ state: 'done' })
    }
    for (let kill = 0; kill < kills; kill++) {
      const what = ['server', 'database', 'both'][Math.floor(random() * 3)]
      const after = Math.floor(random() * 1500)
      const under = await begin(random)
      await pause(after)
      await instance.killAndRestart(what)
      await under.attach
      const deleted = await under.delete
      if (deleted !== undefined) {
        const { status } = await instance.ask('GET', `/projects/${deleted}`)
        expect([200, 404]).toContain(status)
        if (status === 404) kept.delete(deleted)
      }
      await expectWhole().catch((error) => {
        error.message = `kill ${kill} of ${what} after ${after} ms, seed ${seed}: ${error.message}`
        throw error
      })
      if (process.env.EQUISCOPE_KILLS) console.info(`kill ${kill}: ${what} after ${after} ms; ${await states()}`)
      if (what !== 'database') expect(leftOverFiles(instance.folder)).toEqual([])
      if (![...kept.values()].some((done) => done.size > 0)) {
        const projectId = await createProject()
        await ask(projectId, table(kill), asDataset)
        await settle(projectId)
      }
    }
  },
  60_000 + kills * 30_000,
)
