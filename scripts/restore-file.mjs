import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { keptFolders } from './backup-file.mjs'
import { parseFrames } from './backup-frames.mjs'
import { connectionTo, migrate, migrationNames } from './migrate.mjs'
import { fullDisk, Refusal } from './say.mjs'

const unfinished = 'equiscope_unfinished'

/** Reads a backup to its end, which proves its checksum, and says what it holds. */
export async function checkBackup(file) {
  let [first, tables, files] = [undefined, 0, 0]
  for await (const frame of parseFrames(file)) {
    first ??= frame
    if (first.kind !== 'equiscope-backup') break
    if (frame.kind === 'table') tables++
    if (frame.kind === 'file') files++
  }
  if (first?.kind !== 'equiscope-backup') throw new Refusal(`${file} is no backup of Equiscope.`)
  if (first.version !== 1) throw new Refusal(`${file} was made by a newer version of Equiscope. Update the app first.`)
  const unknown = first.migrations.find(({ name }) => !migrationNames().includes(name))
  if (unknown) throw new Refusal(`${file} needs the migration ${unknown.name}. Update the app first.`)
  return { madeAt: first.madeAt, migrations: first.migrations.map(({ name }) => name), tables, files }
}

/** Whether restoring would overwrite something. */
export async function holdsSomething(url) {
  const client = new pg.Client(connectionTo(url))
  await client.connect()
  try {
    const { rows } = await client.query(`select to_regclass('equiscope.audit_entry') is not null as there`)
    if (!rows[0].there) return false
    const entries = await client.query(
      'select exists (select from equiscope.audit_entry) or exists (select from equiscope.project) as any',
    )
    return entries.rows[0].any
  } finally {
    await client.end()
  }
}

/**
 * Puts a checked backup in the place of the database. It is filled beside the present one, which is dropped in the same
 * transaction in which the other takes its name: whatever fails before leaves everything as it was.
 */
export async function restoreBackup(url, folder, file, migrations) {
  const client = new pg.Client(connectionTo(url, unfinished))
  await client.connect()
  try {
    await client.query(`drop schema if exists ${unfinished} cascade`)
    await migrate(url, { schema: unfinished, names: migrations })
    await client.query('begin')
    for await (const frame of parseFrames(file)) {
      if (frame.kind === 'table') await fill(client, frame)
      if (frame.name === 'dataset')
        await client.query('select open_dataset_keys(id), close_dataset_keys(id) from dataset')
      if (frame.kind === 'file') await keep(folder, frame)
    }
    await continueNumbers(client)
    await client.query(`drop schema if exists equiscope cascade`)
    await client.query(`alter schema ${unfinished} rename to equiscope`)
    await client.query('commit')
  } catch (error) {
    await client.query(`rollback; drop schema if exists ${unfinished} cascade`).catch(() => {})
    throw fullDisk(String(error), folder) ?? error
  } finally {
    await client.end()
  }
}

async function fill(client, { name, columns, pieces }) {
  const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ')
  const table = client.query(copyFrom(`copy ${pg.escapeIdentifier(name)} (${list}) from stdin (format binary)`))
  await pipeline(Readable.from(pieces), table)
}

/** Files are named by their content: one that is there already is the same. */
async function keep(folder, { folder: kept, name, pieces }) {
  if (!keptFolders.includes(kept) || !/^[0-9a-f]{64}$/.test(name))
    throw new Refusal(`The backup names a file that is none of ours: ${kept}`)
  const path = join(folder, kept, name)
  if (existsSync(path)) return
  mkdirSync(join(folder, kept), { recursive: true, mode: 0o700 })
  await pipeline(Readable.from(pieces), createWriteStream(`${path}.unfinished`, { mode: 0o600 }))
  renameSync(`${path}.unfinished`, path)
}

/** The next number that a table gives follows the greatest that was restored. */
async function continueNumbers(client) {
  const { rows } = await client.query(
    `select table_name, column_name, pg_get_serial_sequence(quote_ident(table_name), column_name) as sequence
     from information_schema.columns
     where table_schema = current_schema() and column_default like 'nextval(%'`,
  )
  for (const { table_name: table, column_name: column, sequence } of rows) {
    const [from, id] = [pg.escapeIdentifier(table), pg.escapeIdentifier(column)]
    await client.query(`select setval($1, coalesce(max(${id}), 0) + 1, false) from ${from}`, [sequence])
  }
}
