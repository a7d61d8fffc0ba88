import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { ensureGenerated } from './build.mjs'
import { ensureBundled, ensureThreadsBundled } from './bundle.mjs'
import { migrate } from './migrate.mjs'
import { startPostgres } from './postgres.mjs'

const template = 'equiscope_template'

/** A folder that PostgreSQL's user may enter, for a test; its name has a space. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'equiscope test '))
  chmodSync(folder, 0o711)
  return folder
}

/** Vitest's global setup: a PostgreSQL with a migrated database, of which each test file takes a copy. */
export async function setup() {
  await ensureGenerated()
  await ensureBundled() // the threads of permutations, and the command line to compare with
  await ensureThreadsBundled()
  const folder = temporaryFolder()
  const server = await startPostgres(folder)
  const end = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const administration = inDatabase(server.url, 'postgres')
    await ask(administration, `create database ${template}`)
    await migrate(inDatabase(server.url, template))
    Object.assign(process.env, { EQUISCOPE_TEST_SERVER: administration, EQUISCOPE_DATA: folder, LOG_LEVEL: 'silent' })
    return end
  } catch (error) {
    await end()
    throw error
  }
}

/** An own copy of the migrated database, or an empty one, and the address to reach it. */
export async function createTestDatabase({ isEmpty = false } = {}) {
  const server = process.env.EQUISCOPE_TEST_SERVER
  const name = `test_${randomBytes(6).toString('hex')}`
  await ask(server, `create database ${name} template ${isEmpty ? 'template0' : template}`)
  return inDatabase(server, name)
}

async function ask(url, sql) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        return await client.query(sql)
      } catch (error) {
        if (error.code !== '55006' || attempt === 50) throw error // two files copy the template at once
        await new Promise((next) => setTimeout(next, 100))
      }
    }
  } finally {
    await client.end()
  }
}

const inDatabase = (url, name) => url.replace(/\/[^/]*$/, `/${name}`)
