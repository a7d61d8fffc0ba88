import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from './database.mjs'
import { isRunning } from './process-identity.mjs'
import { temporaryFolder } from './test-database.mjs'

let folder
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function ask(url, sql) {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end().catch(() => {})
  }
}

test('what was committed is there after the server was killed in mid-write, and the killing is told', async () => {
  let isTold = false
  const first = await openDatabase(folder, { onExit: () => (isTold = true) })
  await ask(first.url, 'create table kept (row int); insert into kept select generate_series(1, 1000)')
  const writing = ask(
    first.url,
    `begin; insert into kept select generate_series(1, 3000000); select pg_sleep(60)`,
  ).catch(() => {})
  await new Promise((next) => setTimeout(next, 300))
  process.kill(first.pid, 'SIGKILL')
  await writing
  const second = await openDatabase(folder)
  expect(isTold).toBe(true)
  expect(await ask(second.url, 'select count(*)::int as count from kept')).toEqual([{ count: 1000 }])
  await second.stop()
})

test('a server that outlived its killed starter is ended, and another one takes its files', async () => {
  const program = `import { openDatabase } from ${JSON.stringify(new URL('database.mjs', import.meta.url).href)}
    const { url, pid } = await openDatabase(${JSON.stringify(folder)})
    console.log(JSON.stringify({ url, pid }))
    setInterval(() => {}, 1000)`
  const starter = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [line] = await once(starter.stdout, 'data')
  const orphan = JSON.parse(line)
  await ask(orphan.url, 'create table kept (row int)')
  starter.kill('SIGKILL')
  await once(starter, 'exit')
  expect(isRunning(orphan.pid)).toBe(true)
  const next = await openDatabase(folder)
  expect(isRunning(orphan.pid)).toBe(false)
  expect(await ask(next.url, 'select count(*)::int as count from kept')).toEqual([{ count: 0 }])
  await next.stop()
  expect(isRunning(next.pid)).toBe(false)
})

test('a note of a process whose number another program has now harms neither', async () => {
  const first = await openDatabase(folder)
  await first.stop()
  writeFileSync(join(folder, 'postgres', 'postmaster.pid'), `${process.pid}\n${join(folder, 'postgres')}\n`)
  const second = await openDatabase(folder)
  expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await second.stop()
})

test('it listens on loopback only, asks for its password, and logs no value of a failed statement', async () => {
  const database = await openDatabase(folder)
  expect(await ask(database.url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
  await expect(ask(database.url.replace(/:[0-9a-f]+@/, ':wrong@'), 'select 1')).rejects.toThrow('password')
  await ask(database.url, `create table one (key text primary key); insert into one values ('Jane Doe')`)
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await expect(client.query('insert into one values ($1)', ['Jane Doe'])).rejects.toThrow()
  await client.end()
  await database.stop()
  expect(readFileSync(join(folder, 'postgres.log'), 'utf8')).not.toMatch(/Jane Doe\)? already|\(Jane/)
})
