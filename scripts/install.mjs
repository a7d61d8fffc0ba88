// No dependency is imported here: this runs before any is installed.

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Installs the locked dependencies if they have changed since the last time; npm's words go to standard error. */
export function ensureInstalled() {
  const locked = ['package.json', 'package-lock.json'].map((name) => readFileSync(`${root}${name}`))
  const hash = createHash('sha256').update(locked[0]).update(locked[1]).digest('hex')
  const marker = `${root}node_modules/.equiscope-lock`
  if (existsSync(marker) && readFileSync(marker, 'utf8') === hash) return
  process.stderr.write('Installing dependencies (once)…\n')
  const npm = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (npm.status !== 0) {
    process.stderr.write('npm ci failed: nothing was started. Its message stands above.\n')
    process.exit(2)
  }
  writeFileSync(marker, hash)
}
