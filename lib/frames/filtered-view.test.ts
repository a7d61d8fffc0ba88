import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writePredictionsTable } from '@/bench/predictions-table'
import { auditFrame } from '@/cli/command-fixture'
import { closeConnections } from '@/lib/db/client'
import { accessForTests } from '@/lib/db/seed-for-tests'
import { readEvaluationFrame } from '@/lib/ingest/read-evaluation-frame'
import type { EvaluationView } from '@/lib/wire/evaluation-view'
import { MetricFrame } from '@/lib/wire/metric-frame'
import { createTestDatabase } from '@/scripts/test-database.mjs'
import { runFindings } from './findings-job'
import { readCurves } from './read-curves'
import { readMetricFrame } from './read-metric-frame'
import { seedFrame } from './seed-frame-for-tests'

const folder = mkdtempSync(join(tmpdir(), 'equiscope-filtered-'))
const table = join(folder, 'predictions.csv')
let access: ReturnType<typeof accessForTests>

beforeAll(async () => {
  process.env.DATABASE_URL = await createTestDatabase()
  writePredictionsTable(table, 3000, 1)
  const { frame, source, task } = await readEvaluationFrame({ file: table, numeric: [], where: [] })
  const { projectId, evaluationId } = await seedFrame({ frame, source, task })
  access = accessForTests(projectId, evaluationId)
})
afterAll(closeConnections)

async function answered(view: EvaluationView) {
  const context = { jobId: 1, projectId: 1, seed: 1, signal: new AbortController().signal, report: () => {} }
  await runFindings({ question: '', evaluationId: access.id, view }, context)
  const { body, findings } = await readMetricFrame(access, view)
  expect(findings.state).toBe('ready')
  return MetricFrame.parse(JSON.parse(String(body)))
}

test.each([
  ['sex=F', ['--where', 'sex=F']],
  ['view=AP,sex=M', ['--where', 'view=AP', '--where', 'sex=M']],
])('says of filtered rows what the command line says, to the last digit: %s', async (filter, where) => {
  expect(await answered({ filter, permutations: 99 })).toEqual(auditFrame([table, ...where, '--permutations', '99']))
})

test('several levels of an attribute are one pool, named in every finding', async () => {
  const [header, ...lines] = readFileSync(table, 'utf8').trim().split('\n')
  const [site, score, label] = ['site', 'score', 'label'].map((name) => header.split(',').indexOf(name))
  const levels = [...new Set(lines.map((line) => line.split(',')[site]))].slice(0, 2)
  const kept = lines.filter((line) => levels.includes(line.split(',')[site]))
  const worse = (line: string) => line.includes(',F,') && line.split(',')[label] === '1'
  const spoiled = (line: string) =>
    line
      .split(',')
      .map((cell, at) => (at === score ? '0.1' : cell))
      .join(',')
  const [whole, part] = ['whole.csv', 'part.csv'].map((name) => join(folder, name))
  writeFileSync(whole, [header, ...lines.map((line) => (worse(line) ? spoiled(line) : line))].join('\n'))
  writeFileSync(part, [header, ...kept.map((line) => (worse(line) ? spoiled(line) : line))].join('\n'))
  const { frame, source, task } = await readEvaluationFrame({ file: whole, numeric: [], where: [] })
  const { projectId, evaluationId } = await seedFrame({ frame, source, task })
  access = accessForTests(projectId, evaluationId)
  const filter = levels.map((level) => `site=${level}`).join(',')
  const {
    findings,
    families,
    overall,
    source: said,
  } = await answered({ filter, by: 'sex', permutations: 99, adjust: 'none' })
  const expected = auditFrame([part, '--by', 'sex', '--permutations', '99'])
  expect({ families, overall }).toEqual({ families: expected.families, overall: expected.overall })
  expect(said.filter).toEqual(levels.map((value) => ({ column: 'site', value })))
  expect(findings.length).toBeGreaterThan(0)
  for (const { text } of findings) expect(text).toContain(`Among rows with site = ${levels.join(' or ')}.`)
})

test('curves are those of the filtered rows', async () => {
  const read = async (view: EvaluationView) => JSON.parse(String((await readCurves(access, view)).body))
  const [all, women] = [await read({ by: 'sex' }), await read({ by: 'sex', filter: 'sex=F' })]
  expect(women.families[0].slices).toHaveLength(1)
  const sum = (counts: number[]) => counts.reduce((rows, own) => rows + own, 0)
  const f = all.families[0].slices.find(({ slice }: { slice: { sex: string } }) => slice.sex === 'F')
  expect(sum(women.overall.positives)).toBe(sum(f.positives))
})

test('levels to compare with add differences, and change neither findings nor their job', async () => {
  const view = { by: 'sex,view,sex+view,age_band', permutations: 99, threshold: '0.3' }
  const against = { ...view, against: 'view=PA,sex=M' }
  const { findings: state, body } = await readMetricFrame(access, against)
  expect(state.jobId).not.toBeNull()
  expect((await readMetricFrame(access, view)).findings.jobId).toBe(state.jobId)
  const plain = await answered(view)
  const compared = MetricFrame.parse(JSON.parse(String((await readMetricFrame(access, against)).body)))
  const isPlain = ({ comparator, kind }: { comparator: unknown; kind: string }) =>
    kind !== 'difference' || comparator === 'everyone else'
  const without = compared.families.map((family) => ({ ...family, disparities: family.disparities.filter(isPlain) }))
  expect({ ...compared, families: without }).toEqual(plain)
  const added = (frame: MetricFrame) =>
    frame.families.map(({ disparities }) => disparities.filter((own) => !isPlain(own)))
  const numbers = added(compared).map((disparities) => disparities.length)
  expect(numbers.map((own) => own > 0)).toEqual([true, true, true, false])
  expect(added(compared)[2][0].comparator).toEqual({ sex: 'M', view: 'PA' })
  expect(added(MetricFrame.parse(JSON.parse(String(body))))).toEqual(added(compared))
})

test.each([
  ['filter', { filter: 'sexx=F' }, 'Did you mean sex?'],
  ['filter', { filter: 'sex=Male' }, 'sex has no level Male. There are: '],
  ['filter', { filter: 'sex' }, 'Write them as sex=F,view=AP'],
  ['filter', { filter: 'image_id=1' }, 'There is no attribute image_id'],
  ['against', { against: 'sex=F,sex=M' }, 'sex is named twice'],
  ['against', { against: 'sex=X' }, 'sex has no level X'],
])('names what a filter or comparator asks for and is not there: %s %j', async (path, view, message) => {
  for (const read of [readMetricFrame, readCurves]) {
    if (path === 'against' && read === readCurves) continue
    await expect(read(access, view)).rejects.toMatchObject({
      status: 422,
      errors: [{ path, message: expect.stringContaining(message) }],
    })
  }
})
