import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** Starts the whole product with an empty data folder, once for all tests, and ends it after them. */
export default async function startEquiscope() {
  if (process.env.E2E_URL) return // one that runs already, while tests are written
  const { url, stop } = await emptyEquiscope({ EQUISCOPE_DEMO: '0' }) // its project would stand in every list
  process.env.E2E_URL = url
  return stop
}

/** A product of one's own with an empty data folder, running until it is stopped. */
export async function emptyEquiscope(more: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'equiscope-e2e-'))
  chmodSync(folder, 0o711) // PostgreSQL's user must be able to enter
  const port = await freePort()
  const { DATABASE_URL: _, ...variables } = process.env
  const app = spawn(process.execPath, [resolve('scripts/start.mjs')], {
    env: { ...variables, EQUISCOPE_DATA: folder, PORT: String(port), HOST: '127.0.0.1', LOG_LEVEL: 'error', ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let words = ''
  const ended = new Promise<void>((next) => app.once('exit', () => next()))
  const running = new Promise<string>((next, fail) => {
    for (const stream of [app.stdout, app.stderr]) {
      stream.on('data', (bytes) => {
        words += bytes
        const url = /Equiscope runs at (\S+)/.exec(words)
        if (url) next(url[1])
      })
    }
    app.once('exit', () => fail(new Error(`Equiscope did not start:\n${words}`)))
  })
  const url = await running
  const stop = async () => {
    app.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  return { url, stop }
}

function freePort(): Promise<number> {
  return new Promise((next, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? next(address.port) : fail(new Error('No port.'))))
    })
  })
}
