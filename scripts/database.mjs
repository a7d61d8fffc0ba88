import pg from 'pg'
import { migrate } from './migrate.mjs'
import { startPostgres } from './postgres.mjs'
import { Refusal } from './say.mjs'

/**
 * The database of a data folder: the server that DATABASE_URL names, or an embedded one, started.
 * @returns {Promise<{ url: string, port?: number, stop: () => Promise<void> }>}
 */
export async function openDatabase(folder, ways) {
  const asked = process.env.DATABASE_URL
  if (!asked) {
    const database = await startPostgres(folder, ways)
    try {
      await createDatabase(database.url)
      return database
    } catch (error) {
      await database.stop()
      throw error
    }
  }
  await checkServer(asked)
  return { url: asked, stop: async () => {} }
}

/** Applies what is missing; a database that holds something is backed up before. */
export async function bringUpToDate(url, folder) {
  const { backUpBefore } = await import('./backup-file.mjs')
  return migrate(url, { backUp: (next) => backUpBefore(url, folder, next) })
}

async function createDatabase(url) {
  const client = new pg.Client({ connectionString: url.replace(/equiscope$/, 'postgres') })
  await client.connect()
  try {
    const { rows } = await client.query(`select 1 from pg_database where datname = 'equiscope'`)
    if (rows.length === 0) await client.query('create database equiscope')
  } finally {
    await client.end()
  }
}

async function checkServer(url) {
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new Refusal('DATABASE_URL must look like postgresql://user:password@host:5432/database')
  }
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    const { rows } = await client.query(`select current_setting('server_version_num')::int as version`)
    if (rows[0].version < 150_000) {
      throw new Refusal(
        `The server of DATABASE_URL is PostgreSQL ${Math.floor(rows[0].version / 10_000)}; 15 or newer is needed.`,
      )
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    // an aggregate of one error per address has no message of its own
    throw new Refusal(`The database of DATABASE_URL cannot be used: ${error.message || error.code}`)
  } finally {
    await client.end().catch(() => {})
  }
}
