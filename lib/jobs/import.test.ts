import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadColumn } from '@/lib/db/chunks'
import { closeConnections, pool } from '@/lib/db/client'
import { readEvaluationFrame } from '@/lib/ingest/read-evaluation-frame'
import { realFile, requestFor, TableFixture } from '@/lib/ingest/table-fixture'
import { ImportOutcome } from '@/lib/wire/import-request'
import { createTestDatabase } from '@/scripts/test-database.mjs'
import { csvOf, datasetRequest, ImportFixture } from './import-fixture'
import { startJobs } from './start-jobs'

let files: TableFixture
beforeAll(async () => {
  process.env.DATABASE_URL = await createTestDatabase()
  files = await TableFixture.create()
  startJobs()
})
afterAll(async () => {
  await startJobs().stop()
  await closeConnections()
  await files.remove()
})

/** The columns of one task as they were stored, with what a cell means. */
async function storedColumns(outcome: ImportOutcome, task: string) {
  const { datasetId, evaluationId, rows } = outcome
  const one = async <T>(text: string, values: unknown[]) => (await pool().query(text, values)).rows as T[]
  const [{ id: taskId }] = await one<{ id: number }>(
    'select task.id from task join evaluation using (project_id) where task.name = $1 and evaluation.id = $2',
    [task, evaluationId],
  )
  const [{ id: source }] = await one<{ id: number }>('select id from label_source where dataset_id = $1', [datasetId])
  const [set] = await one<{ id: number; cells: number; levels: Buffer }>(
    'select id, cells, level_of as levels from attribute_set where dataset_id = $1 order by id',
    [datasetId],
  )
  const attributes = await one<{ name: string; levels: string[]; scale: string }>(
    'select name, levels, scale from attribute where attribute_set_id = $1 order by position',
    [set.id],
  )
  const levelOf = new Uint32Array(new Uint8Array(set.levels).buffer)
  return {
    score: await loadColumn(pool(), 'score', [evaluationId, taskId], rows),
    label: await loadColumn(pool(), 'label', [source, taskId], rows),
    subject: await loadColumn(pool(), 'subject', [datasetId], rows),
    cell: await loadColumn(pool(), 'cell', [set.id], rows),
    levelOf: attributes.map((_, at) => [...levelOf.subarray(at * set.cells, (at + 1) * set.cells)]),
    attributes,
  }
}

async function expectAsCommandLine(file: string, outcome: ImportOutcome, task: string, attributes: string[]) {
  const numeric = attributes.includes('age') && file.endsWith('.csv') ? [{ column: 'age', edges: [40, 60] }] : []
  const { frame } = await readEvaluationFrame(requestFor(file, { task, attributes, numeric }))
  const stored = await storedColumns(outcome, task)
  expect(stored.score).toEqual(frame.score)
  expect(stored.label).toEqual(frame.label)
  expect(stored.subject).toEqual(frame.subject)
  expect(stored.cell).toEqual(frame.cell)
  expect(stored.levelOf).toEqual(frame.cells.levelOf.map((of) => [...of]))
  expect(stored.attributes.map(({ levels }) => levels)).toEqual(frame.cells.attributes.map(({ levels }) => levels))
  expect(stored.attributes.map(({ scale }) => scale)).toEqual(frame.cells.attributes.map(({ scale }) => scale))
}

test('every task is stored bit for bit as the command line reads it, with keys and uncut ages', async () => {
  const fixture = await ImportFixture.create()
  const file = await files.write(csvOf(1000))
  const job = await fixture.import(datasetRequest(await fixture.uploadFile(file, 'chest.csv')))
  expect(job).toMatchObject({ state: 'done', failure: null })
  const outcome = ImportOutcome.parse(job.outcome)
  for (const task of ['Edema', 'Mass']) await expectAsCommandLine(file, outcome, task, ['sex', 'age', 'view'])

  const { rows } = await pool().query<{ image: string; patient: string; id: number; subject: number }>(
    `select example.key as image, subject.key as patient, example_id as id, subject_id as subject
     from example join subject using (dataset_id, subject_id) where dataset_id = $1 order by example_id`,
    [outcome.datasetId],
  )
  expect(rows.length).toBe(1000)
  expect(rows.every(({ image, patient }) => patient === `p${Math.floor(Number(image.slice(6)) / 3)}`)).toBe(true)
  const subject = await loadColumn(pool(), 'subject', [outcome.datasetId], 1000)
  expect([...subject]).toEqual(rows.map((row) => row.subject))
  const [{ id }] = (await pool().query(`select id from attribute where name = 'age' order by id desc limit 1`)).rows
  const ages = await loadColumn(pool(), 'value', [id], 1000)
  const lines = csvOf(1000).split('\n')
  expect([...ages]).toEqual(
    rows.map(({ image }) => {
      const age = lines[Number(image.slice(6)) + 1].split(',')[3]
      return age === '' ? Number.NaN : Number(age)
    }),
  )
})

test("a product's own decisions, a split and patients that no column names are stored", async () => {
  const fixture = await ImportFixture.create()
  const lines = ['id,fold,truth,score,said', 'a,train,1,0.9,1', 'b,test,0,0.4,1', 'c,test,,0.2,0', 'd,,1,0.7,true']
  const task = { direction: 'disease' as const, label: 'truth' }
  const request = datasetRequest(await fixture.upload(lines.join('\n')), {
    columns: { example: 'id', subject: null, split: 'fold' },
    tasks: [{ name: 'scored', ...task, score: 'truth', label: 'score', decision: null }],
    attributes: [],
  })
  const places = (await fixture.import(request)).failure?.errors.map(({ path }) => path)
  expect(places).toEqual(
    [1, 2, 3].map((row) => `row ${row}, column score`).concat(['row 3, column truth', 'row 4, column score']),
  )
  request.tasks = [{ name: 'decided', ...task, score: 'said', decision: 'said' }]
  request.sha256 = await fixture.upload(lines.join('\n'))
  const outcome = ImportOutcome.parse((await fixture.import(request)).outcome)
  const { rows } = await pool().query<{ key: string; subject: string; id: number }>(
    `select example.key, subject.key as subject, example_id as id from example
     join subject using (dataset_id, subject_id) where dataset_id = $1 order by example_id`,
    [outcome.datasetId],
  )
  expect(rows.map(({ subject }) => subject)).toEqual(rows.map(({ key }) => key))
  const { score } = await storedColumns(outcome, 'decided')
  const [{ bytes }] = (
    await pool().query('select bytes from decision_chunk where evaluation_id = $1', [outcome.evaluationId])
  ).rows
  const said = { a: 1, b: 1, c: 0, d: 1 } as Record<string, number>
  expect([...bytes]).toEqual(rows.map(({ key }) => said[key]))
  expect([...score]).toEqual(rows.map(({ key }) => said[key]))
  const split = await pool().query(
    `select attribute.name, kind, levels from attribute join attribute_set on attribute_set_id = attribute_set.id
     where dataset_id = $1`,
    [outcome.datasetId],
  )
  expect(split.rows).toEqual([{ name: 'fold', kind: 'split', levels: ['test', 'train', 'Unknown'] }])
})

const chexnet = realFile('nih-chexnet/nih_chexnet_test_joined.csv.gz')
test.skipIf(chexnet === undefined)(
  'nih-chexnet with all of its tasks is stored as the command line reads it',
  async () => {
    const fixture = await ImportFixture.create()
    const sha256 = await fixture.uploadFile(chexnet!, 'nih_chexnet_test_joined.csv.gz')
    const { tasks, roles } = await readEvaluationFrame(requestFor(chexnet!, { task: 'Edema' }))
    const attributes = ['sex', 'view'].filter((name) => roles.attributes.includes(name))
    const request = datasetRequest(sha256, {
      columns: { example: roles.example!, subject: roles.subject!, split: null },
      tasks: roles.tasks.map(({ task, label, score }) => ({
        ...{ name: task, direction: 'disease' as const },
        ...{ label, score: score!, decision: null },
      })),
      attributes: attributes.map((name) => ({ column: name, name, kind: 'demographic', concept: null, edges: [] })),
    })
    const job = await fixture.import(request)
    expect(job).toMatchObject({ state: 'done', failure: null })
    expect(tasks.length).toBe(14)
    for (const task of tasks) await expectAsCommandLine(chexnet!, ImportOutcome.parse(job.outcome), task, attributes)
  },
)
