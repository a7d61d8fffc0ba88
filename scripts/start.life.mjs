import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ensureBuilt, ensureGenerated } from './build.mjs'
import { freePort } from './postgres.mjs'
import { hasEnded, isRunning } from './process-identity.mjs'
import { root } from './root.mjs'
import { temporaryFolder } from './test-database.mjs'

let [folder, port, names] = []
const started = []
beforeAll(async () => {
  await ensureGenerated()
  await ensureBuilt()
}, 300_000)
beforeEach(async () => {
  folder = temporaryFolder()
  port = await freePort()
  names = []
})
afterAll(() => {
  for (const child of started) if (isRunning(child.pid)) process.kill(-child.pid, 'SIGKILL')
})

/** `npm start` in a process group of its own, as a terminal gives it one. */
function start(variables = {}) {
  const child = spawn('npm', ['start'], {
    cwd: root,
    detached: true,
    env: { ...process.env, DATABASE_URL: '', EQUISCOPE_DATA: folder, PORT: String(port), ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(child)
  const told = { child, text: '' }
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (told.text += bytes))
  told.ended = once(child, 'exit').then(([code]) => code)
  return told
}

async function running(told) {
  for (const patience = Date.now() + 30_000; Date.now() < patience; await new Promise((next) => setTimeout(next, 50))) {
    if (told.text.includes('Equiscope runs at')) return told
    if (told.child.exitCode !== null) break
  }
  throw new Error(`It did not start:\n${told.text}`)
}

/** The processes of an instance: its supervisor, the app and the database. */
function processes() {
  const { pid, app } = JSON.parse(readFileSync(join(folder, 'instance.lock'), 'utf8'))
  return {
    supervisor: pid,
    app: app.pid,
    database: Number.parseInt(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8'), 10),
  }
}

async function ask(path, options) {
  for (const patience = Date.now() + 20_000; ; await new Promise((next) => setTimeout(next, 100))) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/${path}`, options).catch(() => undefined)
    if (answer?.ok || Date.now() > patience) return answer?.json()
  }
}

/** Commits something new, and sees that all that was committed before is there. */
async function commitAndCheck() {
  names.push(`Project ${names.length + 1}`)
  await ask('projects', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: names.at(-1) }),
  })
  expect((await ask('projects')).rows.map(({ name }) => name)).toEqual(names)
}

async function expectNoneLeft(pids) {
  for (const [name, pid] of Object.entries(pids)) expect([name, await hasEnded(pid, 10_000)]).toEqual([name, true])
}

test('it ends cleanly by Ctrl-C, by TERM to npm, by a kill of npm, with its terminal, and everything is there again', async () => {
  const ways = [
    (child) => process.kill(-child.pid, 'SIGINT'),
    (child) => child.kill('SIGTERM'),
    (child) => child.kill('SIGKILL'),
    (child) => {
      for (const stream of [child.stdout, child.stderr]) stream.destroy() // a terminal that is closed
      process.kill(-child.pid, 'SIGHUP')
    },
  ]
  for (const end of ways) {
    const told = await running(start())
    await commitAndCheck()
    const pids = processes()
    end(told.child)
    await told.ended
    await expectNoneLeft(pids)
  }
  rmSync(folder, { recursive: true, force: true })
}, 120_000)

test('after a kill -9 of supervisor, app, database or all of them the next start works, and nothing is lost', async () => {
  for (const killed of [
    ['supervisor'],
    ['supervisor', 'app'],
    ['supervisor', 'database'],
    ['supervisor', 'app', 'database'],
  ]) {
    await running(start())
    await commitAndCheck()
    const pids = processes()
    for (const name of killed) process.kill(pids[name], 'SIGKILL')
    await hasEnded(pids.supervisor, 5000)
    const next = await running(start())
    await commitAndCheck()
    await expectNoneLeft(pids)
    process.kill(-next.child.pid, 'SIGINT')
    await next.ended
  }
}, 240_000)

test('an app or a database that is killed beside a living supervisor is started again', async () => {
  const told = await running(start())
  await commitAndCheck()
  for (const name of ['app', 'database', 'app']) {
    process.kill(processes()[name], 'SIGKILL')
    await new Promise((next) => setTimeout(next, 300))
    await commitAndCheck()
  }
  process.kill(-told.child.pid, 'SIGTERM')
  await told.ended
}, 120_000)

test('a second start says where the first one runs, and harms nothing', async () => {
  const told = await running(start())
  await commitAndCheck()
  const second = start({ PORT: String(await freePort()) })
  expect(await second.ended).not.toBe(0)
  expect(second.text).toContain(`already runs at http://localhost:${port}`)
  await commitAndCheck()
  process.kill(-told.child.pid, 'SIGINT')
  await told.ended
}, 120_000)

test('it refuses a network address, a port that is none and one that is taken, and says what to do', async () => {
  const open = start({ HOST: '0.0.0.0' })
  expect([await open.ended, open.text.includes('SSH tunnel')]).toEqual([1, true])
  const none = start({ PORT: 'eighty' })
  expect([await none.ended, none.text.includes('is no port')]).toEqual([1, true])
  const other = createServer().listen(port, '127.0.0.1')
  const taken = start()
  expect([await taken.ended, taken.text.includes(`PORT=${port + 1}`)]).toEqual([1, true])
  other.close()
}, 60_000)
