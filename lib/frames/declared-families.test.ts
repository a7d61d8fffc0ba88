import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeConnections, pool } from '@/lib/db/client'
import { readEvaluationFacts } from '@/lib/db/evaluation-facts'
import { accessForTests } from '@/lib/db/seed-for-tests'
import { frameOf, randomRows } from '@/lib/disparities/frame-fixture'
import type { EvaluationView } from '@/lib/wire/evaluation-view'
import { MetricFrame } from '@/lib/wire/metric-frame'
import { createTestDatabase } from '@/scripts/test-database.mjs'
import { printQuestion, questionOf } from './evaluation-question'
import { runFindings } from './findings-job'
import { readCurves } from './read-curves'
import { readMetricFrame } from './read-metric-frame'
import { seedFrame } from './seed-frame-for-tests'

beforeAll(async () => {
  process.env.DATABASE_URL = await createTestDatabase()
})
afterAll(closeConnections)

async function seeded() {
  const { projectId, evaluationId, datasetId } = await seedFrame({ frame: frameOf(randomRows(1, 500)) })
  const access = accessForTests(projectId, evaluationId)
  const declare = (families: string[][]) =>
    pool().query(
      `update dataset set prespecified = $2, prespecified_note = 'for the test', prespecified_at = now() where id = $1`,
      [datasetId, JSON.stringify(families)],
    )
  const read = async (view: EvaluationView) => {
    const context = { jobId: 1, projectId: 1, seed: 1, signal: new AbortController().signal, report: () => {} }
    await runFindings({ question: '', evaluationId, view }, context)
    return MetricFrame.parse(JSON.parse(String((await readMetricFrame(access, view)).body)))
  }
  const curves = async (): Promise<string[][]> =>
    JSON.parse(String((await readCurves(access, {})).body)).families.map(({ by }: { by: string[] }) => by)
  return { declare, read, curves, facts: await readEvaluationFacts(pool(), evaluationId) }
}

const declaredOf = ({ families }: MetricFrame) =>
  Object.fromEntries(families.map(({ by, prespecified }) => [by.join('+'), prespecified]))

test('a page opens with the families declared for the dataset; others that a view names are exploratory', async () => {
  const { declare, read } = await seeded()
  const view = { permutations: 99, by: 'age,view,sex+age' }
  const other = { permutations: 99, by: 'age,view,sex+age,age+view' } // nothing was declared: each attribute alone, of unknown concepts
  expect(declaredOf(await read(other))).toEqual({ age: true, view: true, 'sex+age': false, 'age+view': false })
  await declare([['sex'], ['age', 'sex']])
  expect(declaredOf(await read({ permutations: 99 }))).toEqual({ sex: true, 'age+sex': true })
  expect(declaredOf(await read(view))).toEqual({ age: false, view: false, 'sex+age': true })
})

test('under a filter a view opens without families of one level or that repeat another, and their others stay', async () => {
  const { declare, read } = await seeded()
  await declare([['sex'], ['age'], ['age', 'sex'], ['view'], ['sex', 'view', 'age']])
  const women = { permutations: 99, filter: 'sex=F' }
  const opened = await read(women)
  expect(Object.keys(declaredOf(opened))).toEqual(['age', 'view', 'sex+view+age'])
  const asked = await read({ ...women, by: 'sex,age,age+sex,view,sex+view+age' })
  expect(Object.keys(declaredOf(asked))).toHaveLength(5) // what a view names is there
  const differences = ({ families }: MetricFrame) =>
    families
      .filter(({ by }) => by.join() === 'age' || by.join() === 'view')
      .map(({ slices, disparities }) => ({ slices, tests: disparities.filter(({ kind }) => kind === 'difference') }))
  expect(differences(opened)).toEqual(differences(asked))
  await declare([['sex']])
  expect(Object.keys(declaredOf(await read(women)))).toEqual(['sex'])
})

test('curves are drawn of the declared families', async () => {
  const { declare, curves } = await seeded()
  await declare([['view', 'sex'], ['age']])
  expect(await curves()).toEqual([['view', 'sex'], ['age']])
})

test('a view adjusts for how images were made, unless its filter leaves one way', async () => {
  const { facts } = await seeded()
  const adjusted = (view: EvaluationView) => questionOf(facts, view).adjust
  expect(adjusted({})).toEqual(['view'])
  expect(adjusted({ filter: 'view=AP,view=PA' })).toEqual(['view'])
  expect(adjusted({ filter: 'sex=F,view=AP' })).toEqual([])
  expect(adjusted({ filter: 'view=AP', adjust: 'sex' })).toEqual(['sex'])
  expect(adjusted({ adjust: 'none' })).toEqual([])
  // tests within its levels cost as much again each: only for what a view names
  expect(questionOf(facts, {}).testWithin).toEqual([])
  expect(questionOf(facts, { adjust: 'view' }).testWithin).toEqual(['view'])
  expect(printQuestion(questionOf(facts, {}))).not.toBe(printQuestion(questionOf(facts, { adjust: 'view' })))
})

test('the p-values of declared families do not change when exploratory ones are looked at beside them', async () => {
  const { declare, read } = await seeded()
  await declare([['sex'], ['age']])
  const alone = await read({ permutations: 99 })
  const beside = await read({ permutations: 99, by: 'sex,age,sex+age' })
  expect(beside.families.slice(0, 2)).toEqual(alone.families)
})
