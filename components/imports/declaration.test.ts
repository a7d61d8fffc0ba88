import { expect, test } from 'vitest'
import type { ColumnGuess, TablePreview } from '@/lib/wire/table-preview'
import { proposeDeclaration, withColumn } from './declaration'
import { importRequestOf } from './import-request-of'
import { levelsOfEdges } from './levels-of-edges'
import { openPoints } from './open-points'
import { proposeEdges } from './propose-edges'
import { leavesDirectionOpen } from './suggests-health'

const sha256 = 'a'.repeat(64)

function column(name: string, role: ColumnGuess['role'], task: string | null = null): ColumnGuess {
  return { name, role, task, why: '', kind: 'demographic', concept: null, levels: [], histogram: null }
}

function preview(columns: ColumnGuess[]): TablePreview {
  return { sha256, name: 'chest.csv.gz', bytes: 1, columns, rows: [], looked: 0, importedBefore: [] }
}

const pneumonia = preview([
  column('image', 'example'),
  column('who', 'subject'),
  column('sex', 'attribute'),
  column('y', 'label', 'Pneumonia'),
  column('p', 'score', 'Pneumonia'),
  column('note', 'other'),
])
const answered = { ...proposeDeclaration(pneumonia), inTrainingData: 'no' as const }
const texts = (declaration: typeof answered) => openPoints(declaration).map(({ text }) => text)

test('a guess that fits is imported as it is, named after the file', () => {
  expect(openPoints(answered)).toEqual([])
  expect(importRequestOf(answered, sha256)).toEqual({
    kind: 'dataset',
    sha256,
    dataset: 'chest',
    model: 'chest',
    version: '1',
    columns: { example: 'image', subject: 'who', split: null },
    tasks: [{ name: 'Pneumonia', direction: 'disease', label: 'y', score: 'p', decision: null }],
    attributes: [{ column: 'sex', name: 'sex', kind: 'demographic', concept: null, edges: [] }],
    scoreScale: null,
    inTrainingData: 'no',
  })
})

test('whether the model was trained on these patients is asked, never assumed', () => {
  expect(openPoints(proposeDeclaration(pneumonia)).map(({ step }) => step)).toEqual(['names'])
})

test.each(['No Finding', 'no_finding', 'NoFinding', 'Normal', 'healthy', 'Non-malignant', 'target', 'y_true', ''])(
  'the direction of %j is left open',
  (task) => expect(leavesDirectionOpen(task)).toBe(true),
)

test.each(['Pneumonia', 'Pleural_Thickening', 'Nodule', 'Abnormal', 'cancer'])(
  'in %j 1 is taken to mean disease',
  (task) => expect(leavesDirectionOpen(task)).toBe(false),
)

test('a role that one column can have is taken from the other', () => {
  const { columns } = withColumn(answered, 'note', { role: 'example' })
  expect(columns.filter(({ role }) => role === 'example').map(({ name }) => name)).toEqual(['note'])
})

test('two scores of a task, or a label without a score, are to be settled', () => {
  const twice = withColumn(answered, 'note', { role: 'score', task: 'Pneumonia' })
  expect(texts(twice as typeof answered)).toEqual(['note: Pneumonia has such a column already.'])
  const other = withColumn(answered, 'p', { role: 'other' })
  expect(texts(other as typeof answered)).toContain('Pneumonia has no score.')
})

test('scores need an image, a score and a dataset, no label', () => {
  const scores = { ...proposeDeclaration(preview([column('image', 'example'), column('p', 'score', 'Edema')]), 7) }
  const complete = { ...scores, inTrainingData: 'unknown' as const }
  expect(openPoints(complete)).toEqual([])
  expect(importRequestOf(complete, sha256)).toMatchObject({
    kind: 'scores',
    datasetId: 7,
    columns: { example: 'image' },
    tasks: [{ name: 'Edema', score: 'p', decision: null }],
  })
})

test('edges are proposed where a person would cut, and not for zeros and ones', () => {
  const even = { min: 0, max: 100, bins: [10, 10, 10, 10], edges: [0, 25, 50, 75, 100] }
  expect(proposeEdges('age', { ...even, max: 93 }, 0)).toEqual([20, 40, 60, 80])
  expect(proposeEdges(null, even, 0)).toEqual([25, 50, 75])
  expect(proposeEdges(null, { ...even, max: 1 }, 2)).toEqual([])
})

test('levels share out the rows of a bin that an edge cuts', () => {
  const histogram = { min: 0, max: 100, bins: [10, 30], edges: [0, 50, 100] }
  expect(levelsOfEdges(histogram, [25, 50])).toEqual([
    { name: '<25', rows: 5 },
    { name: '25-<50', rows: 5 },
    { name: '50+', rows: 30 },
  ])
})
