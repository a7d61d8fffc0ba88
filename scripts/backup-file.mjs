import {
  closeSync,
  createReadStream,
  createWriteStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { printFrames } from './backup-frames.mjs'
import { appliedMigrations, connectionTo } from './migrate.mjs'
import { fullDisk, Refusal, say } from './say.mjs'

/** The folders of a data folder that a backup holds; every file in them is named by its SHA-256. */
export const keptFolders = ['artefacts', 'uploads']

/** Writes database and artefacts, as they are at one moment, to a new file. Under another name until it is complete. */
export async function writeBackup(url, folder, file) {
  const client = new pg.Client(connectionTo(url))
  await client.connect()
  const unfinished = `${file}.unfinished`
  try {
    await client.query('begin isolation level repeatable read read only')
    const migrations = await appliedMigrations(client)
    if (migrations.length === 0) throw new Refusal('There is nothing to back up: the database has no tables yet.')
    mkdirSync(dirname(file), { recursive: true })
    const bytes = Readable.from(printFrames(frames(client, folder, migrations)))
    await pipeline(bytes, createGzip({ level: 1 }), createWriteStream(unfinished, { mode: 0o600 }))
    const written = openSync(unfinished, 'r+')
    fsyncSync(written)
    closeSync(written)
    renameSync(unfinished, file)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw fullDisk(String(error), dirname(file)) ?? error
  } finally {
    await client.end()
  }
}

/** The backup that is made before a migration changes a database that holds something. */
export async function backUpBefore(url, folder, migration) {
  const stamp = new Date().toISOString().replace(/[:.]/g, '-')
  const file = join(folder, 'backups', `before-${migration}-${stamp}.equiscope`)
  say(`Backing up to ${file} …`)
  await writeBackup(url, folder, file)
}

async function* frames(client, folder, migrations) {
  yield { kind: 'equiscope-backup', version: 1, madeAt: new Date().toISOString(), migrations }
  for (const { name, columns } of await tablesOf(client)) {
    const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ')
    const sql = `copy (select ${list} from ${pg.escapeIdentifier(name)}) to stdout (format binary)`
    yield { kind: 'table', name, columns, pieces: client.query(copyTo(sql)) }
  }
  for (const kept of keptFolders) {
    if (!existsSync(join(folder, kept))) continue
    for (const name of readdirSync(join(folder, kept)).sort()) {
      const path = join(folder, kept, name)
      // one that is still being written has another name, and no row speaks of it
      if (/^[0-9a-f]{64}$/.test(name))
        yield { kind: 'file', folder: kept, name, bytes: statSync(path).size, pieces: createReadStream(path) }
    }
  }
}

/**
 * Tables and their columns, in an order in which they can be filled: those referred to first, and `dataset` before the
 * keys, whose partitions follow from it. What lies in a partition is read through its table.
 */
async function tablesOf(client) {
  const { rows: tables } = await client.query(
    `select table_name as name, array_agg(column_name::text order by ordinal_position) as columns
     from information_schema.tables join information_schema.columns using (table_schema, table_name)
     where table_schema = current_schema() and table_type = 'BASE TABLE' and table_name <> '_prisma_migrations'
       and not (select relispartition from pg_class where oid = to_regclass(quote_ident(table_name)))
     group by table_name order by table_name`,
  )
  const { rows: keys } = await client.query(
    `select t.relname as name, r.relname as refers_to from pg_constraint
     join pg_class t on t.oid = conrelid join pg_class r on r.oid = confrelid
     where contype = 'f' and connamespace = current_schema()::regnamespace and conrelid <> confrelid
     union all values ('example'::name, 'dataset'::name), ('subject', 'dataset')`,
  )
  const [left, ordered] = [new Map(tables.map((table) => [table.name, table])), []]
  while (left.size > 0) {
    const free = [...left.values()].filter(
      ({ name }) => !keys.some((key) => key.name === name && left.has(key.refers_to)),
    )
    if (free.length === 0) throw new Error(`Tables refer to each other in a circle: ${[...left.keys()]}`)
    for (const table of free) left.delete(table.name)
    ordered.push(...free)
  }
  return ordered
}
