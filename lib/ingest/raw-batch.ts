/** One cell as the file gives it: text in a text table, numbers and booleans in Parquet; '' where it is empty. */
export type Cell = string | number | boolean

/** Some consecutive rows of a table, column by column. */
export interface RawBatch {
  /** the file's number of each row, 1 for the first below the header */
  row: Uint32Array
  columns: ReadonlyMap<string, ArrayLike<Cell>>
}

/** The text of a cell, without the space around it. */
export function printCell(cell: Cell): string {
  return typeof cell === 'string' ? cell.trim() : String(cell)
}

/** The rows of a batch at some places, in their order. */
export function selectRows(batch: RawBatch, places: Uint32Array): RawBatch {
  const columns = new Map<string, ArrayLike<Cell>>()
  for (const [name, cells] of batch.columns)
    columns.set(
      name,
      Array.from(places, (place) => cells[place]),
    )
  return { row: places.map((place) => batch.row[place]), columns }
}

/** The row numbers of a batch. */
export function rowNumbers(first: number, count: number): Uint32Array {
  const row = new Uint32Array(count)
  for (let at = 0; at < count; at++) row[at] = first + at
  return row
}
