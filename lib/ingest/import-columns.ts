import type { AttributeValues, TaskValues } from '@/lib/db/imports'
import { numericLevels } from '@/lib/slices/numeric-levels'
import type { DatasetImport } from '@/lib/wire/import-request'
import { checkBatch } from './check-batch'
import { finiteNumber } from './check-cells'
import type { FaultList } from './fault-list'
import { GrowingColumn } from './growing-column'
import type { TaskColumns } from './guess-roles'
import { internLevels } from './intern-levels'
import { LevelColumn } from './level-column'
import type { RawBatch } from './raw-batch'
import { ScoreRange } from './score-range'
import { UnusableImport } from './unusable-import'

const mostLevels = 1000

const bytes = () => new GrowingColumn((length) => new Uint8Array(length))
const floats = () => new GrowingColumn((length) => new Float64Array(length))

/** Where a task's label, score and decision stand. Where a product gives only decisions, they are its scores too. */
export function taskColumns(
  task: { name: string; score: string; decision: string | null },
  label: string,
): TaskColumns {
  const score = task.score === task.decision ? undefined : task.score
  return { task: task.name, label, score, decision: task.decision ?? undefined }
}

/** The columns of a dataset that is imported, row by row as the file has them; keys are RowKeys' concern. */
export class ImportColumns {
  readonly range = new ScoreRange()
  readonly #tasks: { columns: TaskColumns; label: ReturnType<typeof bytes>; score: ReturnType<typeof floats> }[]
  readonly #decisions: (ReturnType<typeof bytes> | undefined)[]
  readonly #levels: LevelColumn[]
  readonly #split: LevelColumn | undefined
  readonly #values: (ReturnType<typeof floats> | undefined)[]

  constructor(
    readonly request: DatasetImport,
    readonly mayLackScores: boolean,
  ) {
    this.#tasks = request.tasks.map((task) => ({
      columns: taskColumns(task, task.label),
      label: bytes(),
      score: floats(),
    }))
    this.#decisions = request.tasks.map(({ decision }) => (decision === null ? undefined : bytes()))
    this.#levels = request.attributes.map(
      ({ column, edges }) => new LevelColumn(column, edges.length > 0 ? numericLevels(edges) : undefined, mostLevels),
    )
    this.#values = request.attributes.map(({ edges }) => (edges.length > 0 ? floats() : undefined))
    const { split } = request.columns
    this.#split = split === null ? undefined : new LevelColumn(split, undefined, mostLevels)
  }

  /** the columns that are read, keys apart */
  get wanted(): string[] {
    const tasks = this.#tasks.flatMap(({ columns: { label, score, decision } }) => [label, score, decision])
    const names = [...tasks, ...this.#levels.map(({ name }) => name), this.#split?.name]
    return [...new Set(names.filter((name) => name !== undefined))]
  }

  append(batch: RawBatch, faults: FaultList): void {
    const checked = checkBatch(
      batch,
      this.#tasks.map(({ columns }) => columns),
      faults,
      this.mayLackScores,
    )
    for (const [at, { label, score, decision }] of checked.entries()) {
      this.#tasks[at].label.append(label)
      this.#tasks[at].score.append(score)
      if (decision) this.#decisions[at]?.append(decision)
      this.range.append(score)
    }
    for (const [at, levels] of this.#levels.entries()) {
      const cells = batch.columns.get(levels.name)!
      levels.append(cells, batch.row, faults)
      const values = this.#values[at]
      if (values) for (let row = 0; row < batch.row.length; row++) values.push(finiteNumber(cells[row]))
    }
    this.#split?.append(batch.columns.get(this.#split.name)!, batch.row, faults)
  }

  /** Throws `UnusableImport` for attributes with too many levels to tell groups apart. */
  checkLevels(): void {
    const many = [...this.#levels, ...(this.#split ? [this.#split] : [])].filter(({ isAbandoned }) => isAbandoned)
    if (many.length === 0) return
    throw new UnusableImport(
      `Some attributes have more than ${mostLevels.toLocaleString('en')} levels.`,
      many.map(({ name }) => ({
        path: `column ${name}`,
        message: 'Cut its numbers into levels by edges, or import it as no attribute.',
      })),
    )
  }

  /** what two rows disagree about; undefined: nothing */
  differing(row: number, other: number): string | undefined {
    const task = this.#tasks.find(({ label }) => label.at(row) !== label.at(other))
    return task?.columns.label ?? this.#levels.find((levels) => !levels.isSame(row, other))?.name
  }

  /** The attributes of some rows, in their order, then of the split; forgets them. */
  takeAttributes(order: Uint32Array<ArrayBuffer>): AttributeValues[] {
    const { attributes } = this.request
    const sets = [
      attributeSet('attributes', this.#levels, order, (at) => {
        const { name, kind, concept, edges } = attributes[at]
        return { name, kind, concept, edges, values: this.#values[at]?.take(order) }
      }),
    ]
    const split = this.#split
    if (split) {
      const described = { name: split.name, kind: 'split' as const, concept: null, edges: [], values: undefined }
      sets.push(attributeSet('split', [split], order, () => described))
    }
    return sets
  }

  /** Each task's columns for some rows, in their order; forgets them one by one. */
  *takeTasks(order: Uint32Array<ArrayBuffer>): Generator<TaskValues> {
    for (const [at, { columns, label, score }] of this.#tasks.entries()) {
      const decision = this.#decisions[at]?.take(order)
      yield { name: columns.task, label: label.take(order), score: score.take(order), decision }
    }
  }
}

type Described = Pick<AttributeValues['attributes'][number], 'name' | 'kind' | 'concept' | 'edges' | 'values'>

function attributeSet(
  name: string,
  columns: readonly LevelColumn[],
  order: Uint32Array<ArrayBuffer>,
  describe: (at: number) => Described,
): AttributeValues {
  const { cell, cells } = internLevels(columns, order)
  const attributes = cells.attributes.map(({ scale, levels }, at) => {
    if (levels.some((level) => level.includes('\0')))
      throw new UnusableImport(`Column ${columns[at].name} holds the character NUL, which cannot be stored.`)
    return { ...describe(at), scale, levels }
  })
  return { name, cells, cell: cell as Uint32Array<ArrayBuffer>, attributes }
}
