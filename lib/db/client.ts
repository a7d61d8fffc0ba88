import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { environment } from '@/lib/env'
import { log } from '@/lib/log'
import { openPool } from './connection'
import { type Prisma, PrismaClient } from './generated/client'

/** Prisma within one transaction. A function that takes it writes, and records its change. */
export type Transaction = Prisma.TransactionClient

interface Connections {
  pool: pg.Pool
  /** made when it is first asked for: a thread that imports needs none */
  prisma?: PrismaClient
}

const place = globalThis as { [key: symbol]: Connections | undefined }
const key = Symbol.for('equiscope.database') // pages and route handlers have separate copies of this module

function connections(): Connections {
  if (!place[key]) {
    const pool = openPool(environment().DATABASE_URL, 16)
    // a session that the server ended is dropped; the next query opens another one
    pool.on('error', (error) => log('warn', 'A database connection was lost', { error }))
    place[key] = { pool }
  }
  return place[key]
}

/** The client for ordinary rows. */
export function prisma(): PrismaClient {
  const open = connections()
  if (!open.prisma) {
    const adapter = new PrismaPg(open.pool, { schema: 'equiscope' })
    open.prisma = new PrismaClient({ adapter, errorFormat: 'minimal' })
  }
  return open.prisma
}

/** The connections themselves, for COPY and chunks. */
export const pool = (): pg.Pool => connections().pool

/**
 * Runs `write` on one connection, BEGIN to COMMIT. An import's own record, its rows and its audit entry are written so:
 * Prisma cannot join a transaction in which a COPY runs.
 */
export async function onOneConnection<T>(write: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool().connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    const written = await write(client)
    await client.query('commit')
    return written
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost // a connection that cannot roll back must not return to the pool
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** Ends all connections, for scripts and tests. */
export async function closeConnections(): Promise<void> {
  const open = place[key]
  place[key] = undefined
  await open?.prisma?.$disconnect()
  await open?.pool.end()
}
