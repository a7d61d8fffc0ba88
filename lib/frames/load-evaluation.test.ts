import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeConnections, pool } from '@/lib/db/client'
import { loadEvaluation } from '@/lib/db/load-evaluation'
import type { EvaluationFrame } from '@/lib/disparities/evaluation-frame'
import { frameOf, randomRows } from '@/lib/disparities/frame-fixture'
import { selectAttributes } from '@/lib/slices/select-attributes'
import { createTestDatabase } from '@/scripts/test-database.mjs'
import { type SeededFrame, seedFrame } from './seed-frame-for-tests'

beforeAll(async () => {
  process.env.DATABASE_URL = await createTestDatabase()
})
afterAll(closeConnections)

async function loaded(seeded: SeededFrame, split: string | null = null) {
  const { evaluationId, taskId } = await seedFrame(seeded)
  return loadEvaluation(pool(), { evaluationId, taskId, split, filter: [] })
}

/** The level of each row, by attribute. */
function levelsOf({ cell, cells }: Pick<EvaluationFrame, 'cell' | 'cells'>) {
  const named = cells.attributes.map(({ name, levels }, at) => [
    name,
    Array.from(cell, (own) => levels[cells.levelOf[at][own]]),
  ])
  return Object.fromEntries(named) as Record<string, string[]>
}

test('a frame that was written as chunks is the one that is loaded', async () => {
  const frame = frameOf(randomRows(1, 30_000)) // more than one chunk
  expect(frame.score.length).toBeGreaterThan(65_536)
  const evaluation = await loaded({ frame })
  const names = frame.cells.attributes.map(({ name }) => name)
  const view = selectAttributes(evaluation.columns, names, frame.score.length)
  expect(evaluation).toMatchObject({ unscored: 0, hasSubjects: true, subjects: frame.subjects, decision: undefined })
  for (const name of ['score', 'label', 'subject'] as const) {
    expect(evaluation[name].buffer).toBeInstanceOf(SharedArrayBuffer) // so that threads need no copy
    expect(evaluation[name]).toEqual(frame[name])
  }
  expect(levelsOf(view)).toEqual(levelsOf(frame))
})

test('images without a score or without a decision are left out and counted, and patients numbered anew', async () => {
  const frame = frameOf(randomRows(2, 50))
  const first = frame.subject.indexOf(1)
  const second = frame.subject.indexOf(2)
  for (let row = first; row < second; row++) frame.score[row] = Number.NaN
  frame.decision = Uint8Array.from(frame.score, (score) => (score >= 0.5 ? 1 : 0))
  frame.decision[0] = 255
  const kept = Array.from(frame.score.keys()).filter((row) => row > 0 && (row < first || row >= second))
  const evaluation = await loaded({ frame })
  expect(evaluation.unscored).toBe(frame.score.length - kept.length)
  expect([...evaluation.score]).toEqual(kept.map((row) => frame.score[row]))
  expect([...evaluation.decision!]).toEqual(kept.map((row) => frame.decision![row]))
  const numbers = [...new Set(kept.map((row) => frame.subject[row]))]
  expect([...evaluation.subject]).toEqual(kept.map((row) => numbers.indexOf(frame.subject[row])))
  expect(evaluation.subjects).toBe(numbers.length)
})

test("examples that are not in their patients' order are put into it, each patient's in their own", async () => {
  const frame = frameOf(randomRows(3, 40))
  const rows = frame.score.length
  const shuffled = Uint32Array.from({ length: rows }, (_, at) => (at * 7919) % rows)
  const turned: EvaluationFrame = {
    ...frame,
    score: Float64Array.from(shuffled, (row) => frame.score[row]),
    label: Uint8Array.from(shuffled, (row) => frame.label[row]),
    subject: Uint32Array.from(shuffled, (row) => frame.subject[row]),
    cell: Uint32Array.from(shuffled, (row) => frame.cell[row]),
  }
  expect(new Set(shuffled).size).toBe(rows)
  const evaluation = await loaded({ frame: turned })
  const order = [...shuffled.keys()].sort((a, b) => turned.subject[a] - turned.subject[b] || a - b)
  expect([...evaluation.score]).toEqual(order.map((row) => turned.score[row]))
  expect([...evaluation.subject]).toEqual(order.map((row) => turned.subject[row]))
})

test('split and time tell rows apart, but nobody is compared by them', async () => {
  const rows = randomRows(4, 60).map((row, at) => ({
    ...row,
    levels: { ...row.levels, part: at % 3 === 0 ? 'test' : 'train', year: String(2020 + (at % 2)) },
  }))
  const frame = frameOf(rows)
  const evaluation = await loaded({ frame, kinds: { part: 'split', year: 'time' } }, 'test')
  const parts = levelsOf(frame).part
  expect([...evaluation.score]).toEqual([...frame.score].filter((_, row) => parts[row] === 'test'))
  const names = evaluation.columns.flatMap(({ cells }) => cells.attributes.map(({ name }) => name))
  expect(names).toEqual(
    frame.cells.attributes.map(({ name }) => name).filter((name) => name !== 'part' && name !== 'year'),
  )
})

test('a dataset whose patients are its images knows no patients', async () => {
  const rows = randomRows(5, 20).map((row, at) => ({ ...row, subject: at }))
  const frame = frameOf(rows)
  expect((await loaded({ frame, hasSubjects: false })).hasSubjects).toBe(false)
  expect((await loaded({ frame })).hasSubjects).toBe(true)
})
