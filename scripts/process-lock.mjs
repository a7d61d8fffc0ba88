import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { isSame, startOf } from './process-identity.mjs'

const silentMs = 15_000 // a holder on another host is believed gone after this long without a sign of life
const me = () => ({ pid: process.pid, started: startOf(process.pid), host: hostname() })

/**
 * Takes `file` for this process. A holder that was killed is recognised by process id and start time, one on another
 * host (a container that was replaced) by its silence.
 * @returns `{lock, left}`: `left` is what a killed holder had noted, or `{holder}` when somebody else has it
 */
export function takeLock(file) {
  const mine = `${file}.${process.pid}`
  const write = (note) => writeFileSync(mine, JSON.stringify({ ...me(), ...note }), { mode: 0o600 })
  try {
    write({})
    for (let attempt = 0; attempt < 20; attempt++) {
      if (link(mine, file)) return { lock: held(file, write, mine), left: undefined }
      const found = read(file)
      if (!found) continue // gone in between, or being replaced
      if (isHeld(found, file)) return { holder: found.note }
      const left = takeOver(file, found, mine)
      if (left) return { lock: held(file, write, mine), left: found.note }
    }
    return { holder: read(file)?.note ?? {} }
  } finally {
    rmSync(mine, { force: true })
  }
}

function held(file, write, mine) {
  const alive = setInterval(() => {
    try {
      utimesSync(file, new Date(), new Date())
    } catch {}
  }, silentMs / 5)
  alive.unref()
  return {
    /** Tells the next one who finds this lock where we run, and what we started. */
    note(note) {
      write(note)
      renameSync(mine, file)
    },
    release() {
      clearInterval(alive)
      if (read(file)?.note.pid === process.pid) rmSync(file, { force: true })
    },
  }
}

function isHeld({ note }, file) {
  if (note.host === hostname()) return isSame(note)
  return Date.now() - statSync(file, { throwIfNoEntry: false })?.mtimeMs < silentMs
}

/** Replaces an abandoned lock. Of several starts that see it only the one that makes the `.takeover` link may. */
function takeOver(file, found, mine) {
  const guard = `${file}.takeover`
  if (!link(mine, guard)) {
    const age = Date.now() - (statSync(guard, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age > silentMs) rmSync(guard, { force: true }) // its maker was killed within these few lines
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)
    return false
  }
  try {
    if (read(file)?.text !== found.text) return false
    writeFileSync(`${mine}.next`, readFileSync(mine))
    renameSync(`${mine}.next`, file)
    return true
  } finally {
    rmSync(guard, { force: true })
  }
}

function link(from, to) {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

function read(file) {
  try {
    const text = readFileSync(file, 'utf8')
    return { text, note: JSON.parse(text) }
  } catch {
    return undefined
  }
}
