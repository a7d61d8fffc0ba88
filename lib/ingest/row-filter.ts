import { mayIdentify } from './column-kind'
import { type Cell, printCell, type RawBatch, selectRows } from './raw-batch'
import { UnmatchedColumns } from './unmatched-columns'

/** Rows are kept where the text of a column equals a value. */
export interface ColumnFilter {
  column: string
  value: string
}

const mostListed = 20

class FollowedFilter {
  isMet = false
  readonly #values = new Set<Cell>()
  readonly #value: string

  constructor(
    readonly filter: ColumnFilter,
    readonly mayList: boolean,
  ) {
    this.#value = filter.value.trim()
  }

  keep(cells: ArrayLike<Cell>, isKept: Uint8Array): void {
    for (let at = 0; at < isKept.length; at++) {
      const cell = cells[at]
      if (cell === this.#value || printCell(cell) === this.#value) this.isMet = true
      else {
        isKept[at] = 0
        if (!this.isMet && this.#values.size <= mostListed) this.#values.add(cell)
      }
    }
  }

  check(file: string): void {
    if (this.isMet) return
    const { column } = this.filter
    const values = [...new Set([...this.#values].map(printCell))]
    const listed =
      this.mayList && values.length <= mostListed
        ? ` It holds: ${values.map((value) => value || '(empty)').join(', ')}.`
        : ''
    throw new UnmatchedColumns(`${file}: no row has the value asked for in column ${column}.${listed}`)
  }
}

/** Keeps the rows that meet all filters. */
export class RowFilter {
  readonly #filters: FollowedFilter[]
  #kept = 0

  /** @param roles columns whose values an error never lists, besides those whose names say that they identify people */
  constructor(filters: readonly ColumnFilter[], roles: readonly (string | undefined)[]) {
    this.#filters = filters.map(
      (filter) => new FollowedFilter(filter, !roles.includes(filter.column) && !mayIdentify(filter.column)),
    )
  }

  keep(batch: RawBatch): RawBatch {
    if (this.#filters.length === 0) return batch
    const isKept = new Uint8Array(batch.row.length).fill(1)
    for (const filter of this.#filters) filter.keep(batch.columns.get(filter.filter.column)!, isKept)
    const places = new Uint32Array(isKept.length)
    let count = 0
    for (let at = 0; at < isKept.length; at++) if (isKept[at] === 1) places[count++] = at
    this.#kept += count
    return selectRows(batch, places.subarray(0, count))
  }

  /** After the last row. Throws `UnmatchedColumns` when a value never occurred or no row was left. */
  check(file: string): void {
    for (const filter of this.#filters) filter.check(file)
    if (this.#filters.length > 0 && this.#kept === 0)
      throw new UnmatchedColumns(`${file}: each value asked for occurs, but no row has all of them.`)
  }
}
