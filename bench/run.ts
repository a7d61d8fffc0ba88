import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { api } from './api'
import { commandLine } from './command-line'
import { findings, stagesOf } from './findings'
import { importing, importingLarge } from './import'
import { inference } from './inference'
import { largeTable } from './large-table'
import { page } from './page'
import { familiesOf72Slices, writePredictionsTable } from './predictions-table'
import { type Line, printLines, printStages } from './print-lines'

const million = 1_000_000

/** Runs the benches; `--large` adds the one at 10M rows, `--only=NAME` runs one. Returns the exit status. */
export async function runBench(args: readonly string[]): Promise<number> {
  const only = args.find((arg) => arg.startsWith('--only='))?.slice('--only='.length)
  const isWanted = (name: string) => only === undefined || only === name
  const folder = mkdtempSync(join(tmpdir(), 'equiscope-bench-'))
  chmodSync(folder, 0o711) // PostgreSQL's user must pass
  process.on('SIGINT', () => process.exit(130)).on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const table = join(folder, 'million.csv')
  writePredictionsTable(table, million, 1)
  const say = (text: string) => process.stderr.write(`${text}\n`)

  const lines: Line[] = []
  if (isWanted('command-line')) {
    say('command line against a bare split, 1M rows')
    lines.push(...(await commandLine(table)))
  }
  if (isWanted('findings')) {
    say('findings by permutation, 1M rows')
    lines.push(...(await findings(table)))
  }
  if (isWanted('api')) {
    say('the API at 1M rows')
    lines.push(...(await api(table, folder, say)))
  }
  if (isWanted('page')) {
    say('the page of an evaluation at 1M rows')
    lines.push(...(await page(table, folder, say)))
  }
  if (isWanted('import')) {
    say('import against a bare copy, 1M rows')
    lines.push(...(await importing(table)))
  }
  if (isWanted('inference')) {
    say('inference in the browser against a bare loop')
    lines.push(...(await inference()))
  }
  if (only === 'import-large') {
    say('import of 10M rows')
    writePredictionsTable(join(folder, 'large.csv'), 10 * million, 2)
    lines.push(...(await importingLarge(join(folder, 'large.csv'))))
  }
  if (args.includes('--large') || only === 'large') {
    const { bavail, bsize } = statfsSync(folder)
    if (bavail * bsize < 2e9) throw new Error(`the table of 10M rows needs 2 GB free in ${tmpdir()}`)
    say('the command line at 10M rows')
    lines.push(...(await largeTable(table, join(folder, 'large.csv'))))
  }
  process.stdout.write(`${machine()}\n\n${printLines(lines)}`)
  if (isWanted('stages')) {
    say('stages, 1M rows')
    process.stdout.write(`\n${printStages(await stagesOf(table, familiesOf72Slices, 0))}`)
  }
  return 0
}

function machine(): string {
  const [{ model }] = cpus()
  const gigabytes = Math.round(totalmem() / 2 ** 30)
  return `${new Date().toISOString().slice(0, 10)} · ${model.trim()}, ${availableParallelism()} cores, ${gigabytes} GB · Node ${process.version} · ${process.platform} ${process.arch}`
}
