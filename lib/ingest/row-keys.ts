import type { FaultList } from './fault-list'
import { GrowingColumn } from './growing-column'
import { KeyIndex } from './key-index'
import { type Cell, printCell, type RawBatch } from './raw-batch'

const longestKey = 4096

/** Which example and which subject each row is about. */
export class RowKeys {
  readonly examples = new KeyIndex()
  readonly subjects = new KeyIndex()
  readonly exampleOf = new GrowingColumn((length) => new Uint32Array(length))
  readonly subjectOf: GrowingColumn<Uint32Array> | undefined
  /** of each example the row that brought it: its place among the rows, and its number in the file */
  readonly #place = new GrowingColumn((length) => new Uint32Array(length))
  readonly #row = new GrowingColumn((length) => new Uint32Array(length))

  /**
   * @param example undefined: no column names the examples, and `content` stands for them
   * @param content the columns that are read: rows that agree in all of them are interchangeable
   */
  constructor(
    readonly example: string | undefined,
    readonly subject: string | undefined,
    readonly content: readonly string[],
  ) {
    if (subject !== undefined) this.subjectOf = new GrowingColumn((length) => new Uint32Array(length))
  }

  /** @param differing what two rows of one example (places among the rows) disagree about; undefined: nothing */
  append(batch: RawBatch, faults: FaultList, differing: (place: number, other: number) => string | undefined): void {
    if (this.subject !== undefined)
      this.#appendSubjects(batch.columns.get(this.subject)!, batch.row, this.subject, faults)
    if (this.example === undefined) this.#appendContents(batch)
    else this.#appendExamples(this.example, batch, faults, differing)
  }

  #appendExamples(
    column: string,
    batch: RawBatch,
    faults: FaultList,
    differing: (place: number, other: number) => string | undefined,
  ): void {
    const cells = batch.columns.get(column)!
    for (let at = 0; at < batch.row.length; at++) {
      const key = printCell(cells[at])
      const place = this.exampleOf.length
      const fault = keyFault(key)
      if (fault !== undefined) faults.add(batch.row[at], column, fault)
      const known = this.examples.count
      const id = fault === undefined ? this.examples.add(key) : 0
      this.exampleOf.push(id)
      if (fault !== undefined) continue
      if (id === known) {
        this.#place.push(place)
        this.#row.push(batch.row[at])
      } else {
        const other = differing(this.#place.at(id), place)
        faults.add(batch.row[at], column, duplicateRemedy(this.#row.at(id), other))
      }
    }
  }

  #appendSubjects(cells: ArrayLike<Cell>, row: Uint32Array, column: string, faults: FaultList): void {
    for (let at = 0; at < row.length; at++) {
      const key = printCell(cells[at])
      const fault = keyFault(key)
      if (fault !== undefined) faults.add(row[at], column, fault)
      this.subjectOf!.push(fault === undefined ? this.subjects.add(key) : 0)
    }
  }

  #appendContents(batch: RawBatch): void {
    const columns = this.content.map((name) => batch.columns.get(name)!)
    for (let at = 0; at < batch.row.length; at++) {
      const content = columns.map((cells) => printCell(cells[at])).join('\u001f')
      this.exampleOf.push(this.examples.add(content))
    }
  }
}

function keyFault(key: string): string | undefined {
  if (key === '') return 'the id is empty: give each row its id, or leave the row out'
  if (key.length > longestKey) return `an id may have at most ${longestKey} characters`
  return undefined
}

function duplicateRemedy(row: number, differing: string | undefined): string {
  const first = `the same id as in row ${row.toLocaleString('en')}`
  if (differing !== undefined) return `${first}, but another value in ${differing}: find out which row is right`
  return `${first}: keep one row an image, or name the image's own id; of several models or tasks pick one with --where`
}
