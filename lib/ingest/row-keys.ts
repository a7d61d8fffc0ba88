import { type FaultList, listedFaults } from './fault-list'
import { GrowingColumn } from './growing-column'
import { KeyIndex } from './key-index'
import { KeyList } from './key-list'
import { type Cell, printCell, type RawBatch } from './raw-batch'
import { RowNumbers } from './row-numbers'

const longestKey = 4096

/** Which example and which subject each row is about. */
export class RowKeys {
  /** one key a row */
  readonly examples = new KeyList()
  readonly subjects = new KeyIndex()
  readonly subjectOf: GrowingColumn<Uint32Array<ArrayBuffer>> | undefined
  readonly #rows = new RowNumbers()

  /**
   * @param example undefined: no column names the examples, and `content` stands for them
   * @param content the columns that are read: rows that agree in all of them are interchangeable
   * @param keepsText the examples' keys are kept, for those who store them
   */
  constructor(
    readonly example: string | undefined,
    readonly subject: string | undefined,
    readonly content: readonly string[],
    readonly keepsText = false,
  ) {
    if (subject !== undefined) this.subjectOf = new GrowingColumn((length) => new Uint32Array(length))
  }

  append(batch: RawBatch, faults: FaultList): void {
    this.#rows.append(batch.row)
    if (this.subject !== undefined) {
      const subjectOf = this.subjectOf!
      checkedKeys(this.subject, batch, faults, (key) => subjectOf.push(this.subjects.add(key)))
    }
    if (this.example === undefined) this.#appendContents(batch)
    else checkedKeys(this.example, batch, faults, (key) => this.examples.push(key))
  }

  /**
   * The rows in canonical order of their examples, rows of equal examples in their own; then forgets the examples. To
   * be called after the last row: an example that several rows name is found only now, and goes to `faults`.
   * @param differing what two rows of one example (places among the rows) disagree about; undefined: nothing
   */
  takeExampleOrder(
    faults: FaultList,
    differing: (place: number, other: number) => string | undefined,
  ): Uint32Array<ArrayBuffer> {
    let firstOf: Uint32Array | undefined // of each row the place of its example's first row, plus one
    const order = this.examples.takeCanonicalOrder((place, first) => {
      if (this.example === undefined) return
      firstOf ??= new Uint32Array(this.#rows.length)
      firstOf[place] = first + 1
    }, this.keepsText)
    if (firstOf !== undefined) this.#addDuplicates(this.example!, firstOf, faults, differing)
    return order
  }

  #addDuplicates(
    column: string,
    firstOf: Uint32Array,
    faults: FaultList,
    differing: (place: number, other: number) => string | undefined,
  ): void {
    let added = 0
    for (let place = 0; place < firstOf.length; place++) {
      if (firstOf[place] === 0) continue
      const first = firstOf[place] - 1
      if (added++ < listedFaults)
        faults.add(this.#rows.at(place), column, duplicateRemedy(this.#rows.at(first), differing(first, place)))
      else faults.count++ // only the first ones are listed
    }
  }

  #appendContents(batch: RawBatch): void {
    const columns = this.content.map((name) => batch.columns.get(name)!)
    for (let at = 0; at < batch.row.length; at++)
      this.examples.push(columns.map((cells) => printCell(cells[at])).join('\u001f'))
  }
}

/** The keys of a column; a cell that holds none gets one that is nobody else's. */
function checkedKeys(column: string, batch: RawBatch, faults: FaultList, push: (key: string) => void): void {
  const cells: ArrayLike<Cell> = batch.columns.get(column)!
  for (let at = 0; at < batch.row.length; at++) {
    const key = printCell(cells[at])
    const fault = keyFault(key)
    if (fault !== undefined) faults.add(batch.row[at], column, fault)
    push(fault === undefined ? key : `\u0000${batch.row[at]}`)
  }
}

function keyFault(key: string): string | undefined {
  if (key === '') return 'the id is empty: give each row its id, or leave the row out'
  if (key.length > longestKey) return `an id may have at most ${longestKey} characters`
  if (key.includes('\0')) return 'an id cannot hold the character NUL'
  return undefined
}

function duplicateRemedy(row: number, differing: string | undefined): string {
  const first = `the same id as in row ${row.toLocaleString('en')}`
  if (differing !== undefined) return `${first}, but another value in ${differing}: find out which row is right`
  return `${first}: keep one row an image, or name the image's own id; of several models or tasks pick one with --where`
}
