import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { beforeEach, expect, test } from 'vitest'
import { connectionTo, migrate, migrationNames } from './migrate.mjs'
import { createTestDatabase } from './test-database.mjs'

let url
beforeEach(async () => {
  url = await createTestDatabase({ isEmpty: true })
})

async function ask(sql) {
  const client = new pg.Client(connectionTo(url))
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

test('the bookkeeping is what `prisma migrate deploy` keeps: one finished row, with the checksum of the file', async () => {
  expect(await migrate(url)).toEqual(migrationNames())
  const rows = await ask(
    'select migration_name as name, checksum, finished_at is not null as finished, rolled_back_at, logs from _prisma_migrations',
  )
  const checksum = (name) =>
    createHash('sha256')
      .update(readFileSync(`prisma/migrations/${name}/migration.sql`))
      .digest('hex')
  expect(rows).toEqual(
    migrationNames().map((name) => ({
      name,
      checksum: checksum(name),
      finished: true,
      rolled_back_at: null,
      logs: null,
    })),
  )
})

test('a second time there is nothing to do, and nobody waits for a lock', async () => {
  await migrate(url)
  const start = performance.now()
  expect(await migrate(url)).toEqual([])
  expect(performance.now() - start).toBeLessThan(5000) // Prisma's lock, kept by an open session, would cost 10 s
})

test('of several that start at once on one server one migrates, and the others wait for it', async () => {
  const applied = await Promise.all([migrate(url), migrate(url), migrate(url)])
  expect(applied.flat()).toEqual(migrationNames())
  expect(
    (await ask('select count(*)::int as count from _prisma_migrations where rolled_back_at is null'))[0].count,
  ).toBe(migrationNames().length)
})

test('a migration that a kill cut short is tried again', async () => {
  // as a kill leaves it: the server undid the script, Prisma's note that it began is there
  const begun = await createTestDatabase({ isEmpty: true })
  const client = new pg.Client(connectionTo(begun))
  await client.connect()
  await client.query(`create schema equiscope; create table equiscope._prisma_migrations (
    id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz, migration_name varchar(255) not null,
    logs text, rolled_back_at timestamptz, started_at timestamptz not null default now(), applied_steps_count integer not null default 0);
    insert into equiscope._prisma_migrations (id, checksum, migration_name) values ('1', 'x', '${migrationNames()[0]}')`)
  await client.end()
  expect(await migrate(begun)).toEqual(migrationNames())
})

test('a database of a newer version is left alone', async () => {
  await migrate(url)
  await ask(
    `insert into _prisma_migrations (id, checksum, migration_name, finished_at) values ('x', 'x', '99990101000000_later', now())`,
  )
  await expect(migrate(url)).rejects.toThrow('does not know')
})

test('a database that has had migrations is backed up before another one', async () => {
  await migrate(url)
  const asked = []
  const next = migrate(url, {
    names: [...migrationNames(), '99990101000000_later'],
    backUp: async (name) => void asked.push(name),
  })
  await expect(next).rejects.toThrow() // there is no such file; the backup was asked for before anything was tried
  expect(asked).toEqual(['99990101000000_later'])
})
