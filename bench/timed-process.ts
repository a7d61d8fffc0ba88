import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'

/** What a process took from its start to its end. */
export interface TimedProcess {
  ms: number
  /** of all its threads */
  cpuMs: number
  /** most memory that was resident at one time */
  peakBytes: number
  output: string
}

/**
 * Runs a script in a Node process of its own. Rejects when it fails, with its standard error.
 * @param args Node's own, the script, and the script's
 * @param variables of its environment, beside ours
 */
export async function timedProcess(
  args: readonly string[],
  variables: Record<string, string> = {},
): Promise<TimedProcess> {
  const preload = pathToFileURL('bench/report-usage.mjs').href
  const begun = performance.now()
  const child = spawn(process.execPath, ['--import', preload, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...variables },
  })
  const ended = new Promise<{ status: number | null; ms: number }>((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (status) => resolve({ status, ms: performance.now() - begun }))
  })
  const [output, complaint, usage] = await Promise.all(
    [child.stdout, child.stderr, child.stdio[3] as NodeJS.ReadableStream].map((stream) => text(stream!)),
  )
  const { status, ms } = await ended
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with status ${status}: ${complaint}`)
  return { ms, ...(JSON.parse(usage) as { cpuMs: number; peakBytes: number }), output }
}

/** The middle of some numbers; of an even count the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
