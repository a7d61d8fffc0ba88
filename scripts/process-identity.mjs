import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync, realpathSync } from 'node:fs'

/** Text that differs between two processes that had the same id, also across a reboot; '' where it cannot be known. */
export function startOf(pid) {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ') // from field 3, the state
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
      return `${boot}:${fields[19]}` // field 22: clock ticks after boot
    }
    if (process.platform === 'darwin')
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)])
        .toString()
        .trim()
  } catch {}
  return ''
}

/** The process that started another one; undefined where it cannot be known. */
export function parentOf(pid) {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    }
    if (process.platform === 'darwin') return Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)]))
  } catch {}
  return undefined
}

/** Whether a process with this id runs. One that ended and was not yet collected by its parent does not. */
export function isRunning(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error.code !== 'EPERM') return false
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return !['Z', 'X'].includes(stat.slice(stat.lastIndexOf(')') + 2)[0])
  } catch {
    return process.platform !== 'linux'
  }
}

/** Whether the very process that was noted as `{pid, started}` still runs, not another one with its number. */
export function isSame({ pid, started }) {
  return isRunning(pid) && startOf(pid) === started
}

/** Whether the process works in this folder, as PostgreSQL does in its data folder. Unknown counts as yes. */
export function worksIn(pid, folder) {
  if (process.platform !== 'linux') return true
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder)
  } catch (error) {
    return error.code === 'EACCES' || error.code === 'EPERM'
  }
}

/** Resolves to true once the process has ended, to false if it has not after `ms`. */
export async function hasEnded(pid, ms) {
  for (const end = Date.now() + ms; Date.now() < end; await new Promise((next) => setTimeout(next, 50))) {
    if (!isRunning(pid)) return true
  }
  return !isRunning(pid)
}
