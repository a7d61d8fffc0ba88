import type { Pool } from 'pg'
import type { Attribute, CellTable } from '@/lib/slices/cell-table'
import type { LevelCondition } from '@/lib/slices/level-conditions'
import { occurringLevels } from '@/lib/slices/occurring-levels'
import type { CellColumn } from '@/lib/slices/select-attributes'
import { type ColumnKind, type ColumnValues, loadColumn } from './chunks'
import { canonicalRows, type KeptRows } from './evaluated-rows'
import { type EvaluationFacts, readEvaluationFacts } from './evaluation-facts'
import { UnknownId } from './unknown-id'
import { isCompared, type LoadedSet, wantedExamples } from './wanted-examples'

/** Which rows of an evaluation are wanted. */
export interface EvaluationPart {
  evaluationId: number
  taskId: number
  /** a level of the dataset's split; null: all examples */
  split: string | null
  /** of each attribute that is named one of its levels; empty: all examples */
  filter: LevelCondition[]
}

/** An evaluation and task in memory that threads share, its rows in canonical order. */
export interface LoadedEvaluation {
  score: Float64Array
  label: Uint8Array
  decision: Uint8Array | undefined
  subject: Uint32Array
  subjects: number
  /** one a set of attributes, in the order in which they arrived; those that nobody is compared by left out */
  columns: CellColumn[]
  /** examples of the split and filter that have no score or, where the product decides, no decision: left out */
  unscored: number
  /** whether the dataset knows patients; if not, each image counts as one */
  hasSubjects: boolean
}

/** Loads an evaluation and task from its chunks into shared memory. */
export async function loadEvaluation(pool: Pool, part: EvaluationPart): Promise<LoadedEvaluation> {
  const facts = await readEvaluationFacts(pool, part.evaluationId)
  const task = facts.tasks.find(({ id }) => id === part.taskId)
  if (!task) throw new UnknownId('task')
  const [score, label, decision, subject, sets, hasSubjects] = await Promise.all([
    sharedColumn(pool, 'score', [facts.id, task.id], facts.examples),
    sharedColumn(pool, 'label', [facts.labelSourceId, task.id], facts.examples),
    task.hasDecisions ? sharedColumn(pool, 'decision', [facts.id, task.id], facts.examples) : undefined,
    sharedColumn(pool, 'subject', [facts.datasetId], facts.examples),
    loadAttributes(pool, facts),
    knowsSubjects(pool, facts.datasetId),
  ])
  const kept = canonicalRows({ score, decision, subject }, wantedExamples(sets, part.split, part.filter))
  const columns = sets
    .map((set) => ({ cell: kept.take(set.column.cell), cells: withoutKinds(set) }))
    .filter(({ cells }) => cells.attributes.length > 0)
  return {
    score: kept.take(score),
    label: kept.take(label),
    decision: decision && kept.take(decision),
    ...subjectsOf(kept, subject),
    columns: columns.map((column) => ({ cell: column.cell, cells: occurringLevels(column) })),
    unscored: kept.unscored,
    hasSubjects,
  }
}

function sharedColumn<K extends ColumnKind>(pool: Pool, kind: K, owner: readonly number[], length: number) {
  return loadColumn(pool, kind, owner, length, (bytes) => new SharedArrayBuffer(bytes)) as Promise<ColumnValues<K>>
}

async function loadAttributes(pool: Pool, facts: EvaluationFacts): Promise<LoadedSet[]> {
  const ids = [...new Set(facts.attributes.map(({ setId }) => setId))]
  return Promise.all(
    ids.map(async (id) => {
      const [table, cell] = await Promise.all([
        loadCellTable(pool, id),
        sharedColumn(pool, 'cell', [id], facts.examples),
      ])
      return { kinds: table.kinds, column: { cell, cells: table.cells } }
    }),
  )
}

type AttributeRow = Omit<Attribute, 'kind' | 'concept'> & { kind: string; concept: string | null }

async function loadCellTable(pool: Pool, setId: number): Promise<{ kinds: string[]; cells: CellTable }> {
  const [set, attributes] = await Promise.all([
    pool.query<{ cells: number; levelOf: Buffer }>(
      'select cells, level_of as "levelOf" from attribute_set where id = $1',
      [setId],
    ),
    pool.query<AttributeRow>(
      'select name, kind, scale, concept, levels from attribute where attribute_set_id = $1 order by position',
      [setId],
    ),
  ])
  if (set.rows.length === 0) throw new UnknownId('attribute set')
  const [{ cells: count, levelOf: bytes }] = set.rows
  const all = new Uint32Array(Uint8Array.from(bytes).buffer) // a copy, since a Buffer may start at an odd place
  if (all.length !== count * attributes.rows.length)
    throw new Error('attribute_set.level_of has another size than cells')
  return {
    kinds: attributes.rows.map(({ kind }) => kind),
    cells: {
      attributes: attributes.rows.map(({ kind, concept, ...rest }) => ({
        ...rest,
        kind: kind === 'demographic' ? 'demographic' : 'acquisition',
        concept: concept ?? undefined,
      })),
      count,
      levelOf: attributes.rows.map((_, at) => all.subarray(at * count, (at + 1) * count)),
    },
  }
}

function withoutKinds({ kinds, column: { cells } }: LoadedSet): CellTable {
  const kept = kinds.flatMap((kind, at) => (isCompared(kind) ? [at] : []))
  return {
    attributes: kept.map((at) => cells.attributes[at]),
    count: cells.count,
    levelOf: kept.map((at) => cells.levelOf[at]),
  }
}

/** Subjects counted from 0 among the rows that are kept. */
function subjectsOf(kept: KeptRows, subjectOf: Uint32Array): { subject: Uint32Array; subjects: number } {
  const subject = kept.take(subjectOf)
  let [last, subjects] = [-1, 0]
  for (let row = 0; row < subject.length; row++) {
    if (subject[row] !== last) {
      last = subject[row]
      subjects++
    }
    subject[row] = subjects - 1
  }
  return { subject, subjects }
}

/** A file that names no patients gives each its image's key: then, and only then, the first thousand agree. */
async function knowsSubjects(pool: Pool, datasetId: number): Promise<boolean> {
  const { rows } = await pool.query<{ known: boolean }>(
    `select exists (
       select from (select subject_id, key from example where dataset_id = $1 order by example_id limit 1000) e
       join subject s on s.dataset_id = $1 and s.subject_id = e.subject_id where s.key <> e.key) as known`,
    [datasetId],
  )
  return rows[0].known
}
