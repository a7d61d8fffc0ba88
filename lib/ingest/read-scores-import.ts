import type { CheckedScores } from '@/lib/db/score-imports'
import { unknownLabel } from '@/lib/disparities/evaluation-frame'
import type { ScoresImport } from '@/lib/wire/import-request'
import { checkDecisions, checkScores } from './check-cells'
import { checkHeader } from './check-header'
import { FaultList, listedFaults } from './fault-list'
import { taskColumns } from './import-columns'
import type { KeyIndex } from './key-index'
import { openTable } from './open-table'
import { printCell, type RawBatch } from './raw-batch'
import type { ReadingContext } from './reading-context'
import { ScoreRange } from './score-range'
import { UnusableFile } from './unusable-file'
import { UnusableImport } from './unusable-import'

/** Scores of a table's rows, put in the places of the examples that they are about. */
class MatchedScores {
  readonly range = new ScoreRange()
  readonly tasks: { name: string; score: Float64Array<ArrayBuffer>; decision: Uint8Array<ArrayBuffer> | undefined }[]
  rows = 0
  unmatched = 0
  readonly unmatchedRows: number[] = []
  /** of each example the file's number of its row; 0: none yet */
  readonly #rowOf: Uint32Array

  constructor(
    readonly request: ScoresImport,
    readonly examples: KeyIndex,
    readonly mayLackScores: boolean,
  ) {
    const { count } = examples
    this.#rowOf = new Uint32Array(count)
    this.tasks = request.tasks.map(({ name, decision }) => ({
      name,
      score: new Float64Array(count).fill(Number.NaN),
      decision: decision === null ? undefined : new Uint8Array(count).fill(unknownLabel),
    }))
  }

  append(batch: RawBatch, faults: FaultList): void {
    const places = this.#placesOf(batch, faults)
    this.request.tasks.forEach((task, at) => {
      const { score, decision } = taskColumns(task, '')
      const decisions =
        decision === undefined ? undefined : checkDecisions(batch.columns.get(decision)!, batch.row, decision, faults)
      const scores = score
        ? checkScores(batch.columns.get(score)!, batch.row, score, faults, this.mayLackScores)
        : Float64Array.from(decisions ?? [])
      this.range.append(scores)
      for (let row = 0; row < places.length; row++) {
        if (places[row] < 0) continue
        this.tasks[at].score[places[row]] = scores[row]
        if (decisions) this.tasks[at].decision![places[row]] = decisions[row]
      }
    })
    this.rows += batch.row.length
  }

  /** the example that each row is about; -1: none of the dataset's */
  #placesOf({ row, columns }: RawBatch, faults: FaultList): Int32Array {
    const { example } = this.request.columns
    const cells = columns.get(example)!
    const places = new Int32Array(row.length)
    for (let at = 0; at < row.length; at++) {
      const key = printCell(cells[at])
      const place = key === '' || key.length > 4096 ? undefined : this.examples.find(key)
      places[at] = place ?? -1
      if (key === '') faults.add(row[at], example, 'the id is empty: give each row its id, or leave the row out')
      else if (place === undefined) {
        this.unmatched++
        if (this.unmatchedRows.length < listedFaults) this.unmatchedRows.push(row[at])
      } else if (this.#rowOf[place] > 0)
        faults.add(
          row[at],
          example,
          `the same id as in row ${this.#rowOf[place].toLocaleString('en')}: keep one of them`,
        )
      else this.#rowOf[place] = row[at]
    }
    return places
  }

  /** examples that no task has a score for */
  get unscored(): number {
    return this.#rowOf.reduce(
      (count, _, at) => count + (this.tasks.every(({ score }) => Number.isNaN(score[at])) ? 1 : 0),
      0,
    )
  }
}

/**
 * Reads another version's scores and matches them to the examples of a dataset by their keys. Throws a `Problem` for
 * whatever a person can mend, and the signal's reason after an abort.
 * @param examples the dataset's keys, each numbered as its example
 */
export async function readScoresImport(
  file: string,
  request: ScoresImport,
  examples: KeyIndex,
  { name, signal, mayLackScores, onRows }: ReadingContext,
): Promise<CheckedScores> {
  const table = await openTable(file, { signal, name })
  try {
    const tasks = request.tasks.flatMap(({ score, decision }) => (decision === null ? [score] : [score, decision]))
    const wanted = [...new Set([request.columns.example, ...tasks])]
    checkHeader(table.header, wanted)
    const matched = new MatchedScores(request, examples, mayLackScores)
    const faults = new FaultList(name)
    for await (const batch of table.read(wanted)) {
      signal.throwIfAborted()
      matched.append(batch, faults)
      faults.endBatch()
      const { rows } = matched
      onRows(rows, Math.max(rows, Math.round((rows * table.bytes) / Math.max(1, table.bytesRead()))))
    }
    faults.end()
    const { rows, unmatched, unscored } = matched
    if (rows === 0) throw new UnusableFile(`${name} has a header but no rows.`)
    if (unmatched === rows)
      throw new UnusableImport('No row is about an example of this dataset. Choose the column that names its examples.')
    return {
      sourceName: name,
      sha256: request.sha256,
      scoreScale: matched.range.scale(request.scoreScale),
      rows,
      unmatchedRows: unmatched,
      unmatchedRowNumbers: matched.unmatchedRows,
      unscoredExamples: unscored,
      tasks: () => matched.tasks,
    }
  } finally {
    await table.close()
  }
}
