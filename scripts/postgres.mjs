import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { databaseUser, makeFor, reachableBinaries } from './folders.mjs'
import { hasEnded, isRunning, worksIn } from './process-identity.mjs'
import { fullDisk, Refusal, say } from './say.mjs'

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '', // a path in a deep folder would pass the limit of 107 bytes
  wal_level: 'minimal', // what an import writes into tables of its own goes to them alone: a third less time
  max_wal_senders: '0', // which minimal requires: nobody follows an embedded server
  max_wal_size: '2GB', // an import of a million rows without a checkpoint in its middle
  log_min_messages: 'warning',
  log_parameter_max_length: '0', // values may be patients' keys
  log_parameter_max_length_on_error: '0',
  log_error_verbosity: 'terse', // leaves out DETAIL and CONTEXT, which quote rows
}

/**
 * Starts the PostgreSQL of a data folder, making its files the first time and ending one that a killed start left.
 * @param {string} folder the data folder
 * @param {{ port?: number, onExit?: () => void }} ways `onExit` is called when it ends without having been told to
 * @returns {Promise<{ url: string, port: number, pid: number, stop: () => Promise<void> }>}
 */
export async function startPostgres(folder, { port, onExit } = {}) {
  const user = databaseUser(folder)
  const place = { folder, user, files: join(folder, 'postgres'), native: reachableBinaries(user) }
  const password = databasePassword(folder, existsSync(join(place.files, 'PG_VERSION')))
  if (!existsSync(join(place.files, 'PG_VERSION'))) createFiles(place, password)
  checkVersion(place)
  await endOrphan(place)
  for (const patience = Date.now() + 30_000; ; ) {
    const attempt = await launch(place, port ?? (await freePort()), onExit)
    if (attempt.stop)
      return { ...attempt, url: `postgresql://equiscope:${password}@127.0.0.1:${attempt.port}/equiscope` }
    // the sessions of a killed server end within seconds; another program may have taken the port since we looked
    const mayPass = /shared memory block|already in use|could not bind/i.test(attempt.log)
    if (!mayPass || Date.now() > patience) throw explained(attempt.log, place)
    await new Promise((next) => setTimeout(next, 300))
  }
}

function databasePassword(folder, mustExist) {
  const file = join(folder, 'secrets.json')
  try {
    return JSON.parse(readFileSync(file, 'utf8')).databasePassword
  } catch (error) {
    if (mustExist) {
      throw new Refusal(
        `${file} cannot be read (${error.code ?? 'not JSON'}): it holds the database's password. Restore it, or a backup.`,
      )
    }
    const databasePassword = randomBytes(24).toString('hex')
    writeFileSync(file, JSON.stringify({ databasePassword }), { mode: 0o600 })
    return databasePassword
  }
}

function createFiles({ folder, user, files, native }, password) {
  say('Creating the database …')
  const [unfinished, passwordFile] = [join(folder, 'postgres.unfinished'), join(folder, 'password')]
  rmSync(unfinished, { recursive: true, force: true })
  makeFor(unfinished, user)
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (user) chownSync(passwordFile, user.uid, user.gid)
  const args = ['-D', unfinished, '-U', 'equiscope', `--pwfile=${passwordFile}`, '-A', 'scram-sha-256', '-E', 'UTF8']
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  const initdb = spawnSync(join(native, 'bin', 'initdb'), [...args, ...locale], {
    ...identity(user),
    cwd: unfinished,
    encoding: 'utf8',
  })
  rmSync(passwordFile, { force: true })
  if (initdb.status !== 0) {
    rmSync(unfinished, { recursive: true, force: true })
    throw explained(`${initdb.stdout}${initdb.stderr}${initdb.error ?? ''}`, { folder })
  }
  renameSync(unfinished, files) // a creation cut short leaves no half database
}

function checkVersion({ files, native }) {
  const made = readFileSync(join(files, 'PG_VERSION'), 'utf8').trim()
  const [, ours] = spawnSync(join(native, 'bin', 'postgres'), ['--version'], { encoding: 'utf8' }).stdout.match(
    / (\d+)/,
  )
  if (made !== ours) {
    throw new Refusal(
      `The database in ${files} was made by PostgreSQL ${made}; this version brings ${ours}.\n` +
        'Make a backup with the version of Equiscope that made it (npm run backup), then restore it here.',
    )
  }
}

/** A server that outlived its killed supervisor, or the file that says so of one that did not. */
async function endOrphan({ files, native, user }) {
  const note = join(files, 'postmaster.pid')
  if (!existsSync(note)) return
  const pid = Number.parseInt(readFileSync(note, 'utf8'), 10)
  if (!(pid > 0) || !isRunning(pid) || !worksIn(pid, files)) return rmSync(note, { force: true }) // the number is another's
  say('Ending the database that an earlier start left running …')
  const pgCtl = join(native, 'bin', 'pg_ctl')
  for (const mode of ['fast', 'immediate']) {
    spawnSync(pgCtl, ['stop', '-D', files, '-m', mode, '-w', '-t', '30'], { ...identity(user), cwd: files })
    if (await hasEnded(pid, 2000)) return
  }
  throw new Refusal(`PostgreSQL (process ${pid}) of ${files} does not end. End it and start again.`)
}

async function launch({ folder, files, native, user }, port, onExit) {
  const logFile = join(folder, 'postgres.log')
  if (statSync(logFile, { throwIfNoEntry: false })?.size > 10e6) renameSync(logFile, `${logFile}.1`)
  const from = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0
  const log = openSync(logFile, 'a', 0o600)
  const flags = Object.entries({ ...settings, port }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = spawn(join(native, 'bin', 'postgres'), ['-D', files, ...flags], {
    ...identity(user),
    cwd: files,
    detached: true, // Ctrl-C reaches the whole group: we say when it ends, and the app ends first
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  let [hasExited, isToldTo, isReady] = [false, false, false]
  const exited = new Promise((resolve) => {
    const end = () => {
      hasExited = true
      resolve()
      if (isReady && !isToldTo) onExit?.()
    }
    server.once('exit', end).once('error', end)
  })
  const status = () => {
    try {
      const lines = readFileSync(join(files, 'postmaster.pid'), 'utf8').split('\n')
      return Number(lines[0]) === server.pid && lines[7]?.trim() === 'ready'
    } catch {
      return false
    }
  }
  while (!hasExited && !status()) await new Promise((next) => setTimeout(next, 15)) // recovery takes what it takes
  if (hasExited) return { log: readFileSync(logFile, 'utf8').slice(from) }
  isReady = true
  const stop = async () => {
    isToldTo = true
    if (hasExited) return
    const mode = (name) =>
      spawnSync(join(native, 'bin', 'pg_ctl'), ['stop', '-D', files, '-m', name], { ...identity(user) })
    if (process.platform === 'win32') mode('fast')
    else server.kill('SIGINT')
    const quit = setTimeout(() => (process.platform === 'win32' ? mode('immediate') : server.kill('SIGQUIT')), 30_000)
    await exited
    clearTimeout(quit)
  }
  return { port, pid: server.pid, stop }
}

function explained(log, { folder }) {
  const last = log.trim().split('\n').slice(-8).join('\n')
  return (
    fullDisk(log, folder) ??
    new Refusal(`PostgreSQL did not start. Its last words (all in ${folder}/postgres.log):\n${last}`)
  )
}

const identity = (user) => (user ? { uid: user.uid, gid: user.gid } : {})

/** A port that nobody listens on. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
