import { type EvaluationFrame, unknownLabel } from '@/lib/disparities/evaluation-frame'
import type { Source } from '@/lib/wire/metric-frame'
import { type CanonicalRows, canonicalRows } from './canonical-rows'
import { checkBatch } from './check-batch'
import { type ChosenColumns, chooseColumns } from './choose-columns'
import { FaultList } from './fault-list'
import { GrowingColumn } from './growing-column'
import { type ColumnRoles, guessRoles } from './guess-roles'
import { internLevels } from './intern-levels'
import { keepAttributes, type SkippedAttribute } from './keep-attributes'
import { LevelColumn } from './level-column'
import { type OpenTable, openTable } from './open-table'
import { RowFilter } from './row-filter'
import { RowKeys } from './row-keys'
import type { TableRequest } from './table-request'
import { UnusableFile } from './unusable-file'

/** How far reading has come. */
export interface ReadingProgress {
  bytesRead: number
  bytes: number
  rows: number
}

/** What was read from a predictions table. */
export interface TableReading {
  frame: EvaluationFrame
  source: Source
  /** the task that was read */
  task: string
  /** all tasks that the header shows */
  tasks: string[]
  roles: ColumnRoles
  /** what was guessed, in plain English sentences */
  notes: string[]
  /** guessed attributes that were left out because they have more than 20 levels */
  skippedAttributes: SkippedAttribute[]
}

const mostFollowedLevels = 1000

class FrameColumns {
  readonly score = new GrowingColumn((length) => new Float64Array(length))
  readonly label = new GrowingColumn((length) => new Uint8Array(length))
  readonly decision = new GrowingColumn((length) => new Uint8Array(length))
  readonly levels: LevelColumn[]
  readonly keys: RowKeys
  rows = 0 // of the file, kept or not

  constructor(readonly chosen: ChosenColumns) {
    const { attributes, example, subject, task } = chosen
    this.levels = attributes.map(
      ({ column, numeric, isGuessed }) =>
        new LevelColumn(column, numeric, isGuessed ? mostFollowedLevels : Number.POSITIVE_INFINITY),
    )
    const content = [subject, task.label, task.score, task.decision, ...attributes.map(({ column }) => column)]
    this.keys = new RowKeys(example, subject, definedOf(content))
  }

  /** Reads all rows, and puts them in order. */
  async read(table: OpenTable, faults: FaultList, onBatch: (rows: number) => void): Promise<CanonicalRows> {
    const { example, task, filters } = this.chosen
    const filter = new RowFilter(filters, [example, this.chosen.subject, task.label, task.score])
    const wanted = definedOf([example, ...this.keys.content, ...filters.map(({ column }) => column)])
    for await (const batch of table.read([...new Set(wanted)])) {
      this.rows += batch.row.length
      const kept = filter.keep(batch)
      const [checked] = checkBatch(kept, [task], faults)
      this.score.append(checked.score)
      this.label.append(checked.label)
      if (checked.decision !== undefined) this.decision.append(checked.decision)
      for (const levels of this.levels) levels.append(kept.columns.get(levels.name)!, kept.row, faults)
      this.keys.append(kept, faults)
      faults.endBatch()
      onBatch(this.rows)
    }
    if (this.rows === 0) throw new UnusableFile(`${table.name} has a header but no rows.`)
    filter.check(table.name)
    const byExample = this.keys.takeExampleOrder(faults, (place, other) => this.#differing(place, other))
    faults.end()
    return canonicalRows(byExample, this.keys.subjects, this.keys.subjectOf)
  }

  #differing(place: number, other: number): string | undefined {
    if (this.label.at(place) !== this.label.at(other)) return this.chosen.task.label
    return this.levels.find((levels) => !levels.isSame(place, other))?.name
  }
}

/**
 * Reads one task of a predictions table into the columns that all statistics start from. The same rows give the same
 * frame, bit for bit, in whatever order and format the file has them. Throws a `Problem` for whatever a person can
 * mend, and the signal's reason after an abort.
 */
export async function readEvaluationFrame(
  request: TableRequest,
  { signal, onProgress }: { signal?: AbortSignal; onProgress?: (progress: ReadingProgress) => void } = {},
): Promise<TableReading> {
  const table = await openTable(request.file, { signal })
  try {
    const roles = guessRoles(table.header)
    const chosen = chooseColumns(request, table.header, roles)
    const columns = new FrameColumns(chosen)
    const { order, subject, subjects } = await columns.read(table, new FaultList(table.name), (rows) => {
      signal?.throwIfAborted()
      onProgress?.({ bytesRead: table.bytesRead(), bytes: table.bytes, rows })
    })

    const kept = keepAttributes(columns.levels, chosen, columns.score.length)
    const { cell, cells } = internLevels(kept.levels, order)
    const label = columns.label.take(order)
    const decision = chosen.task.decision === undefined ? undefined : columns.decision.take(order)
    const frame = { score: columns.score.take(order), label, decision, cell, subject, subjects, cells }
    const source = {
      name: table.name,
      sha256: await table.sha256(),
      rows: columns.rows,
      subjects,
      missingLabels: label.reduce((missing, value) => missing + (value === unknownLabel ? 1 : 0), 0),
      filter: request.where.map(({ column, value }) => ({ column, value })),
      split: request.split ?? null,
    }
    return {
      frame,
      source,
      task: chosen.task.task,
      tasks: roles.tasks.map(({ task }) => task),
      roles,
      notes: [...chosen.notes, ...kept.notes],
      skippedAttributes: kept.skipped,
    }
  } finally {
    await table.close()
  }
}

function definedOf(columns: readonly (string | undefined)[]): string[] {
  return columns.filter((column) => column !== undefined)
}
