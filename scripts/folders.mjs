import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { postgresBinaries } from './install.mjs'
import { root } from './root.mjs'
import { fullDisk, Refusal, say } from './say.mjs'

const shelter = join('/var/lib/equiscope', createHash('sha256').update(root).digest('hex').slice(0, 12))
const isRoot = process.getuid?.() === 0

/**
 * Where everything that must last lies: EQUISCOPE_DATA, or `.data` beside package.json. PostgreSQL refuses to run as
 * root; where the user that runs it instead cannot enter our folder, the data lies in /var/lib/equiscope.
 * @param {boolean} isEmbedded whether PostgreSQL runs here, too
 */
export function dataFolder(isEmbedded) {
  const asked = process.env.EQUISCOPE_DATA
  const folder = asked ? resolve(asked) : join(root, '.data')
  if (!isEmbedded || !isRoot) return made(folder, 0o700)
  const { uid, gid, name } = databaseUser(folder)
  const made711 = made(folder, 0o711) // entered, but not listed, by the database's user
  if (canEnter(made711, uid, gid)) return made711
  if (asked) {
    throw new Refusal(
      `${folder} cannot be entered by the user "${name}", who runs PostgreSQL because root may not.\n` +
        'Set EQUISCOPE_DATA to a folder whose parents everybody may enter, or start as an ordinary user.',
    )
  }
  if (readdirSync(folder).length === 0) rmdirSync(folder)
  say(`Only root can enter ${root}, so the data lie in ${shelter}`)
  return made(shelter, 0o711)
}

/** Refuses a start that would end in the middle of things: a database needs room for its log before it answers. */
export function checkRoom(folder) {
  const { bavail, bsize } = statfsSync(folder)
  const free = (bavail * bsize) / 1e6
  const needed = existsSync(join(folder, 'postgres', 'PG_VERSION')) ? 50 : 150
  if (free >= needed) return
  throw new Refusal(
    `The disk that holds ${folder} has ${Math.floor(free)} MB left; ${needed} MB are needed to start.\n` +
      'Free some space, or set EQUISCOPE_DATA to a folder on another disk. Nothing was changed.',
  )
}

/** The user that runs PostgreSQL: undefined for ourselves; under root the owner of its folder, `postgres` or `nobody`. */
export function databaseUser(folder) {
  if (!isRoot) return undefined
  const people = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
  const owner = statSync(join(folder, 'postgres'), { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) {
    const known = people.find((person) => person.uid === owner.uid)
    return { name: known?.name ?? String(owner.uid), uid: owner.uid, gid: owner.gid }
  }
  const user = people.find(({ name }) => name === 'postgres') ?? people.find(({ name }) => name === 'nobody')
  if (user) return user
  throw new Refusal(
    'PostgreSQL refuses to run as root, and there is no user "postgres" or "nobody". Start as another user.',
  )
}

/** The folder of PostgreSQL's binaries, copied to where its user can reach them if need be. */
export function reachableBinaries(user) {
  const native = postgresBinaries()
  if (!native) {
    throw new Refusal(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}.\n` +
        'Set DATABASE_URL to a PostgreSQL server of version 15 or newer and start again.',
    )
  }
  if (!user || canRun(join(native, 'bin', 'postgres'), user)) return native
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8'))
  const copy = join(shelter, `postgresql-${version}`)
  if (!existsSync(copy)) {
    say(`Copying PostgreSQL to ${copy}, where the user "${user.name}" can run it`)
    const unfinished = `${copy}.${process.pid}`
    try {
      made(shelter, 0o711)
      cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
      renameSync(unfinished, copy)
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true })
      throw fullDisk(String(error), shelter) ?? error
    }
  }
  return copy
}

/** Makes a folder for the database's user, which only that user may enter. */
export function makeFor(folder, user) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (user) chownSync(folder, user.uid, user.gid)
}

function made(folder, mode) {
  try {
    mkdirSync(folder, { recursive: true, mode })
    return folder
  } catch (error) {
    throw (
      fullDisk(String(error), folder) ??
      new Refusal(`The data folder ${folder} cannot be made (${error.code}). Set EQUISCOPE_DATA to one you may write.`)
    )
  }
}

const canEnter = (folder, uid, gid) =>
  spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { uid, gid, cwd: '/' }).status === 0

const canRun = (binary, { uid, gid }) => spawnSync(binary, ['--version'], { uid, gid, cwd: '/' }).status === 0
