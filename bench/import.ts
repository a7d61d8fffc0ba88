import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { MeasuredImport } from './import-process'
import { atMost, type Line, megabytes, seconds } from './print-lines'
import { median, timedProcess } from './timed-process'

const rounds = 3
/** as scripts/serve.mjs sets them for the server */
const variables = { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '131072' }
const million = 1_000_000

interface TestDatabase {
  setup(): Promise<() => Promise<void>>
  createTestDatabase(): Promise<string>
}

/** A PostgreSQL of its own while `work` runs. */
async function withDatabase<T>(work: (database: TestDatabase) => Promise<T>): Promise<T> {
  // not bundled: it brings PostgreSQL and the migrations
  const database: TestDatabase = await import(pathToFileURL(resolve('scripts/test-database.mjs')).href)
  const end = await database.setup()
  try {
    return await work(database)
  } finally {
    await end()
  }
}

/** PostgreSQL's own program that copies a file into a table without index or check. */
function bareCopy(url: string, table: string): number {
  const psql = (sql: string) => spawnSync('psql', [url, '-q', '-v', 'ON_ERROR_STOP=1', '-c', sql], { encoding: 'utf8' })
  psql(
    'drop table if exists bare; create table bare (a text, b text, c text, d text, e text, f text, g text, h text, i text)',
  )
  const begun = performance.now()
  const { status, stderr, error } = psql(`\\copy bare from '${table}' csv header`)
  if (status !== 0) throw new Error(`psql is needed beside this bench: ${error ?? stderr}`)
  return performance.now() - begun
}

async function importOnce(database: TestDatabase, table: string) {
  process.env.DATABASE_URL = await database.createTestDatabase()
  const run = await timedProcess(['dist/bench-import.mjs', table], variables)
  return { ...run, ...(JSON.parse(run.output) as MeasuredImport) }
}

/** An import from CSV to committed, with keys, checks and chunks, against a bare copy of the same file, in turns. */
export async function importing(table: string): Promise<Line[]> {
  return withDatabase(async (database) => {
    const url = await database.createTestDatabase()
    const [imports, copies]: [Awaited<ReturnType<typeof importOnce>>[], number[]] = [[], []]
    for (let round = 0; round < rounds; round++) {
      copies.push(bareCopy(url, table))
      imports.push(await importOnce(database, table))
    }
    const ratio = median(imports.map(({ ms }, round) => ms / copies[round]))
    const peak = median(imports.map(({ peakBytes }) => peakBytes))
    const block = Math.max(...imports.map(({ longestBlockMs }) => longestBlockMs))
    return [
      {
        what: `import of 1M rows x 9 columns, CSV to committed (median of ${rounds})`,
        measured: seconds(median(imports.map(({ ms }) => ms))),
        against: `bare \\copy: ${seconds(median(copies))}`,
        ratio: `${ratio.toFixed(2)}x`,
        target: `${atMost(ratio, 3, '3x')}; ambition ${atMost(ratio, 2, '2x')}`,
      },
      {
        what: '… peak memory of the process',
        measured: megabytes(peak),
        target: atMost(peak, 250e6 + 20 * million, '250 MB and 20 bytes a row'),
      },
      { what: '… longest block of the server', measured: `${block.toFixed(0)} ms`, target: atMost(block, 50, '50 ms') },
    ]
  })
}

/** The import at 10M rows. */
export async function importingLarge(largeTable: string): Promise<Line[]> {
  return withDatabase(async (database) => {
    const copy = bareCopy(await database.createTestDatabase(), largeTable)
    const { ms, peakBytes } = await importOnce(database, largeTable)
    return [
      {
        what: 'import of 10M rows (once)',
        measured: seconds(ms),
        against: `bare \\copy: ${seconds(copy)}`,
        ratio: `${(ms / copy).toFixed(2)}x`,
      },
      {
        what: '… peak memory of the process',
        measured: megabytes(peakBytes),
        target: atMost(peakBytes, 250e6 + 200 * million, '250 MB and 20 bytes a row'),
      },
    ]
  })
}
