// Preloaded into a measured process: at its end it writes what it used to file descriptor 3, as one line of JSON.
import { readFileSync, writeSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

if (isMainThread) {
  process.on('exit', () => {
    const { user, system } = process.cpuUsage()
    writeSync(3, `${JSON.stringify({ cpuMs: (user + system) / 1000, peakBytes: peakBytes() })}\n`)
  })
}

function peakBytes() {
  try {
    // unlike maxRSS this does not begin with what the parent had when it forked
    const line = readFileSync('/proc/self/status', 'utf8').match(/^VmHWM:\s+(\d+) kB$/m)
    return Number(line[1]) * 1024
  } catch {
    return process.resourceUsage().maxRSS * 1024
  }
}
