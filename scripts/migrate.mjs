import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { root } from './root.mjs'
import { fullDisk, Refusal, say } from './say.mjs'

const folder = join(root, 'prisma', 'migrations')
const filters = { externalTables: [], externalEnums: [] }

/** The migrations of this version of the app, oldest first. */
export function migrationNames() {
  const entries = readdirSync(folder, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}

/** How a pg client or pool reaches the schema of a database. */
export function connectionTo(url, schema = 'equiscope') {
  return { connectionString: url, options: `-c search_path=${schema}` }
}

/** Names and checksums of the migrations that a schema has had, oldest first; none where there is no schema yet. */
export async function appliedMigrations(client, schema = 'equiscope') {
  const { rows } = await client.query('select to_regclass($1) is not null as there', [`${schema}._prisma_migrations`])
  if (!rows[0].there) return []
  const applied = await client.query(
    `select migration_name as name, checksum from ${schema}._prisma_migrations
     where finished_at is not null and rolled_back_at is null order by migration_name`,
  )
  return applied.rows
}

/**
 * Brings a database to this version: applies Prisma's migrations, and keeps its bookkeeping, so that
 * `prisma migrate deploy` would find nothing to do.
 * @param {string} url
 * @param {{ schema?: string, names?: string[], backUp?: (next: string) => Promise<void> }} ways `names` limits them;
 *   `backUp` is awaited before a database that has had migrations gets another one
 * @returns the names of those applied
 */
export async function migrate(url, { schema = 'equiscope', names = migrationNames(), backUp } = {}) {
  const turn = new pg.Client({ connectionString: url })
  turn.on('error', () => {})
  const pool = new pg.Pool({ ...connectionTo(url, schema), max: 1 })
  pool.on('error', () => {}) // a database that goes away is reported by the query that meets it
  try {
    await turn.connect()
    await turn.query(`select pg_advisory_lock(hashtext('equiscope migrate ${schema}'))`) // several apps may share a server
    const applied = await appliedMigrations(pool, schema)
    const unknown = applied.find(({ name }) => !names.includes(name))
    if (unknown) {
      throw new Refusal(
        `The database has had the migration ${unknown.name}, which this version of Equiscope does not know.\n` +
          'It was used by a newer version: update the app, or restore a backup made before (data folder, backups).',
      )
    }
    const next = names.find((name) => !applied.some((one) => one.name === name))
    if (!next) return []
    if (applied.length > 0) await backUp?.(next)
    await pool.query(`create schema if not exists ${schema}`)
    say(applied.length > 0 ? `Migrating the database (${next} …) …` : 'Setting up the tables …')
    const migrationDirectories = names.map(migrationOf)
    const engine = await schemaEngine(wholeScripts(new PrismaPg(pool, { schema }), pool, migrationDirectories))
    await forgetUnfinished(engine, pool)
    const migrationsList = { ...migrationsFolder(), migrationDirectories }
    return (await engine.applyMigrations({ migrationsList, filters })).appliedMigrationNames
  } catch (error) {
    throw error instanceof Refusal ? error : failed(error)
  } finally {
    await turn.end().catch(() => {})
    await pool.end() // an open session would keep Prisma's advisory lock from the next migration for 10 s
  }
}

function migrationsFolder() {
  const lockfile = { path: 'migration_lock.toml', content: readFileSync(join(folder, 'migration_lock.toml'), 'utf8') }
  return { baseDir: folder, lockfile, shadowDbInitScript: '' }
}

function migrationOf(name) {
  const path = join(folder, name, 'migration.sql')
  return { path: name, migrationFile: { path, content: { tag: 'ok', value: readFileSync(path, 'utf8') } } }
}

/**
 * The adapter cuts a script at each semicolon, also within the body of a function, and runs the pieces one by one. The
 * server takes a script whole, and undoes all of it when a part fails. Prisma's note that a migration has finished is
 * made in the same transaction, so that after a kill the note is always right.
 */
function wholeScripts(factory, pool, migrations) {
  const note =
    '; update _prisma_migrations set finished_at = now() where finished_at is null and rolled_back_at is null'
  const isMigration = (script) => migrations.some(({ migrationFile }) => migrationFile.content.value === script)
  const connect = factory.connect.bind(factory)
  factory.connect = async () => {
    const adapter = await connect()
    adapter.executeScript = (script) =>
      pool.query(isMigration(script) ? script + note : script).then(
        () => {},
        (error) => adapter.onError(error), // throws it as the engine knows it, with PostgreSQL's words
      )
    return adapter
  }
  return factory
}

/** What a killed start or a full disk cut short was undone by the server as a whole: it may be tried again. */
async function forgetUnfinished(engine, pool) {
  const { rows } = await pool.query('select to_regclass($1) is not null as there', ['_prisma_migrations'])
  if (!rows[0].there) return
  const unfinished = await pool.query(
    'select migration_name as name from _prisma_migrations where finished_at is null and rolled_back_at is null',
  )
  for (const { name } of unfinished.rows) await engine.markMigrationRolledBack({ migrationName: name })
}

/** Prisma's schema engine as WebAssembly: nothing to download. Its code can be loaded once in a process. */
async function schemaEngine(adapter) {
  const key = Symbol.for('equiscope.schema-engine')
  globalThis[key] ??= loadSchemaEngine()
  const { SchemaEngine } = await globalThis[key]
  return SchemaEngine.new({ datamodels: undefined }, () => {}, bindMigrationAwareSqlAdapterFactory(adapter))
}

async function loadSchemaEngine() {
  let words = ''
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => (words = message), get: () => words }
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const file = join(root, 'node_modules/@prisma/schema-engine-wasm/schema_engine_bg.wasm')
  const { instance } = await WebAssembly.instantiate(await readFile(file), { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return glue
}

function failed(error) {
  const words = globalThis.PRISMA_WASM_PANIC_REGISTRY?.get() || error?.message || String(error)
  return (
    fullDisk(words, 'the database') ??
    new Refusal(`The database could not be brought to this version:\n${words}\nNothing else was changed.`)
  )
}
