import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { writeBackup } from './backup-file.mjs'
import { connectionTo } from './migrate.mjs'
import { checkBackup, holdsSomething, restoreBackup } from './restore-file.mjs'
import { createTestDatabase, temporaryFolder } from './test-database.mjs'

const artefact = Buffer.from('an ONNX file')
const sha256 = createHash('sha256').update(artefact).digest('hex')
let [url, folder, file] = []

async function ask(address, sql, values) {
  const client = new pg.Client(connectionTo(address))
  await client.connect()
  try {
    return (await client.query(sql, values)).rows
  } finally {
    await client.end()
  }
}

/** Every table's content as one text, so that two databases can be compared. */
async function contentOf(address) {
  const tables = await ask(
    address,
    `select table_name as name from information_schema.tables
    where table_schema = 'equiscope' and table_name <> '_prisma_migrations' order by 1`,
  )
  const rows = tables.map(async ({ name }) => [
    name,
    await ask(address, `select t::text as row from ${name} t order by 1`),
  ])
  return Object.fromEntries(await Promise.all(rows))
}

beforeAll(async () => {
  url = await createTestDatabase()
  folder = temporaryFolder()
  file = join(folder, 'a backup.equiscope')
  mkdirSync(join(folder, 'artefacts'))
  writeFileSync(join(folder, 'artefacts', sha256), artefact)
  writeFileSync(join(folder, 'artefacts', 'half-written.tmp'), 'no')
  await ask(
    url,
    `insert into project (id, name) values (7, 'Chest X-rays'), (9, 'Skin');
    select setval('project_id_seq', 9);
    insert into dataset (project_id, name, source_name, source_sha256, examples, subjects) values (7, 'NIH', 'nih.csv', 'x', 2, 1);
    insert into dataset (project_id, name, source_name, source_sha256, examples, subjects, previous_id) values (7, 'NIH 2', 'nih.csv', 'x', 2, 1, 1);
    update dataset set previous_id = 2 where id = 1;
    insert into subject_chunk values (1, 0, '\\x0001ff'), (1, 1, (select string_agg(decode(md5(i::text), 'hex'), '' order by i) from generate_series(1, 50000) i));
    select open_dataset_keys(id), close_dataset_keys(id) from dataset;
    insert into subject values (1, 0, E'Jane\\tDoe\\n影像');
    insert into audit_entry (actor, action, noun, noun_id, change) values ('local', 'project:create', 'project', 7, '{}')`,
  )
  await writeBackup(url, folder, file)
})

test('a database that was destroyed comes back, with its files, and its numbers go on', async () => {
  const before = await contentOf(url)
  const [target, elsewhere] = [await createTestDatabase({ isEmpty: true }), temporaryFolder()]
  const { migrations, files } = await checkBackup(file)
  await restoreBackup(target, elsewhere, file, migrations)
  expect(await contentOf(target)).toEqual(before)
  expect(files).toBe(1)
  expect(readFileSync(join(elsewhere, 'artefacts', sha256))).toEqual(artefact)
  const [{ id }] = await ask(target, `insert into project (name) values ('next') returning id`)
  expect(id).toBe(10)
  await expect(ask(target, 'delete from audit_entry')).rejects.toThrow('append-only')
  await ask(target, 'delete from project where id = 7') // triggers and foreign keys work under the schema's final name
  expect(await ask(target, 'select count(*)::int as count from subject')).toEqual([{ count: 0 }])
})

test('a restore takes the place of what is there, once it is complete', async () => {
  const target = await createTestDatabase()
  expect(await holdsSomething(target)).toBe(false)
  await ask(target, `insert into project (name) values ('to be replaced')`)
  expect(await holdsSomething(target)).toBe(true)
  await restoreBackup(target, temporaryFolder(), file, (await checkBackup(file)).migrations)
  expect(await ask(target, 'select name from project order by id')).toEqual([
    { name: 'Chest X-rays' },
    { name: 'Skin' },
  ])
})

test.each([
  ['cut short', (copy) => truncateSync(copy, statSync(copy).size - 20)],
  [
    'changed in one byte',
    (copy) => {
      const bytes = readFileSync(copy)
      bytes[Math.floor(bytes.length / 2)] ^= 1
      writeFileSync(copy, bytes)
    },
  ],
  ['something else', (copy) => writeFileSync(copy, 'hello')],
])('a file that is %s is refused, and what is there stays', async (_, damage) => {
  const copy = join(temporaryFolder(), 'copy')
  writeFileSync(copy, readFileSync(file))
  damage(copy)
  await expect(checkBackup(copy)).rejects.toThrow(/cut short|damaged|changed|no backup/)
  const target = await createTestDatabase()
  await ask(target, `insert into project (name) values ('stays')`)
  await expect(restoreBackup(target, temporaryFolder(), copy, ['20261124083239_init'])).rejects.toThrow()
  expect(await ask(target, 'select name from project')).toEqual([{ name: 'stays' }])
})

test('a backup that fails leaves no file', async () => {
  const target = join(temporaryFolder(), 'none')
  await expect(writeBackup(await createTestDatabase({ isEmpty: true }), folder, target)).rejects.toThrow(
    'nothing to back up',
  )
  expect(existsSync(target) || existsSync(`${target}.unfinished`)).toBe(false)
  rmSync(folder, { recursive: true, force: true })
})
