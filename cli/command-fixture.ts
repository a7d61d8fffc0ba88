import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { MetricFrame, type SliceMeasures } from '@/lib/wire/metric-frame'
import type { MetricKey } from '@/lib/wire/metric-key'

const root = resolve(import.meta.dirname, '..')

/** What a run of the command left. */
export interface AuditRun {
  status: number | null
  stdout: string
  stderr: string
}

/** Runs the command line as a person would, as a process of its own. For tests. */
export function runCommand(args: readonly string[], cwd = root): AuditRun {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts/audit.mjs'), ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  return { status, stdout, stderr }
}

/** The MetricFrame of a run that must succeed, checked against the wire format. */
export function auditFrame(args: readonly string[]): MetricFrame {
  const { status, stdout, stderr } = runCommand([...args, '--quiet'])
  if (status !== 0) throw new Error(`exit ${status}: ${stderr}`)
  return MetricFrame.parse(JSON.parse(stdout))
}

/** A file of the real data, which is not part of the project; undefined where it is not there. */
export function sharedFile(path: string): string | undefined {
  const file = join(process.env.EQUISCOPE_SHARED_DATA ?? resolve(root, '../shared/data'), path)
  return existsSync(file) ? file : undefined
}

/** The measure of a slice that must be estimated. */
export function estimated({ metrics }: SliceMeasures, key: MetricKey) {
  const measure = metrics[key]
  if (measure?.status !== 'estimated') throw new Error(`${key} is ${measure?.status}`)
  return measure
}

/** The slice of a family with this level. */
export function sliceWith(frame: MetricFrame, by: string, level: string): SliceMeasures {
  const family = frame.families.find((one) => one.by.join('+') === by)
  const slice = family?.slices.find((one) => Object.values(one.slice).join('+') === level)
  if (!slice) throw new Error(`no slice ${level} by ${by}`)
  return slice
}
