import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { hasEnded, isRunning } from '../scripts/process-identity.mjs'
import { root } from '../scripts/root.mjs'

/** The whole product with a data folder of its own, to be killed and started again. */
export class KilledInstance {
  #told
  constructor(folder) {
    this.folder = folder
  }

  async start() {
    this.port ??= await quietPort()
    const child = spawn(process.execPath, ['scripts/start.mjs'], {
      cwd: root,
      detached: true,
      env: {
        ...process.env,
        DATABASE_URL: '',
        EQUISCOPE_DATA: this.folder,
        PORT: String(this.port),
        LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#told = { child, text: '' }
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (this.#told.text += bytes))
    for (const patience = Date.now() + 60_000; Date.now() < patience; await pause(30)) {
      if (this.#told.text.includes('Equiscope runs at')) return
      if (child.exitCode !== null) break
    }
    throw new Error(`It did not start:\n${this.#told.text}`)
  }

  get words() {
    return this.#told.text
  }

  #processes() {
    const { pid, app } = JSON.parse(readFileSync(join(this.folder, 'instance.lock'), 'utf8'))
    const database = Number.parseInt(readFileSync(join(this.folder, 'postgres', 'postmaster.pid'), 'utf8'), 10)
    return { supervisor: pid, app: app.pid, database }
  }

  /** Kills the server, the database or both, as a machine that lost its power would, and brings all back. */
  async killAndRestart(what) {
    const { supervisor, app, database } = this.#processes()
    const kill = (pid) => isRunning(pid) && process.kill(pid, 'SIGKILL')
    if (what !== 'server') kill(database)
    if (what !== 'database') {
      kill(supervisor)
      kill(app)
      await hasEnded(supervisor, 5000)
      await hasEnded(app, 5000)
      await this.start()
    }
    for (const patience = Date.now() + 30_000; ; await pause(50)) {
      const health = await this.ask('GET', '/health').catch(() => undefined)
      if (health?.status === 200 && (what === 'server' || this.#isNew(database))) return
      if (Date.now() > patience) throw new Error(`It did not come back:\n${this.words}`)
    }
  }

  #isNew(database) {
    try {
      return this.#processes().database !== database
    } catch {
      return false // it is just being started
    }
  }

  async stop() {
    const { child } = this.#told
    const exited = once(child, 'exit')
    process.kill(-child.pid, 'SIGINT')
    await exited
  }

  /** Ends whatever is left, when a test failed. */
  destroy() {
    const kill = (pid) => pid > 0 && isRunning(pid) && process.kill(pid, 'SIGKILL')
    const read = (...path) => {
      try {
        return readFileSync(join(this.folder, ...path), 'utf8')
      } catch {
        return '{}' // that part does not run
      }
    }
    const { pid, app } = JSON.parse(read('instance.lock'))
    for (const one of [pid, app?.pid, Number.parseInt(read('postgres', 'postmaster.pid'), 10)]) kill(one)
  }

  get databaseUrl() {
    const { databasePassword } = JSON.parse(readFileSync(join(this.folder, 'secrets.json'), 'utf8'))
    const port = readFileSync(join(this.folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3]
    return `postgresql://equiscope:${databasePassword}@127.0.0.1:${port}/equiscope`
  }

  /** Asks the interface; rejects when no answer came. */
  async ask(method, path, body) {
    const isJson = body !== undefined && typeof body !== 'string'
    const answer = await fetch(`http://127.0.0.1:${this.port}/api/v1${path}`, {
      method,
      body: isJson ? JSON.stringify(body) : body,
      headers: body === undefined ? {} : { 'content-type': isJson ? 'application/json' : 'application/octet-stream' },
      signal: AbortSignal.timeout(30_000),
    })
    return { status: answer.status, body: answer.status === 204 ? undefined : await answer.json() }
  }
}

/** A free port below those that the system hands out to whoever connects: while ours is killed, another could get it. */
async function quietPort() {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000)
    const probe = createServer().listen(port, '127.0.0.1')
    const [isFree] = await Promise.race([once(probe, 'listening').then(() => [true]), once(probe, 'error')])
    if (isFree !== true) continue
    probe.close()
    return port
  }
}
