import { Problem } from '@/lib/problem'

/** A cell that cannot be read. */
export interface CellFault {
  /** the file's row, 1 for the first below the header */
  row: number
  column: string
  remedy: string
}

const number = new Intl.NumberFormat('en')

/** Cells that cannot be read: where, and what to do; never the cell's text, which may identify a patient. */
export class UnreadableTable extends Problem {
  readonly status = 422

  /**
   * @param faults those that are listed
   * @param count all that were met before reading stopped
   */
  constructor(file: string, faults: readonly CellFault[], count: number) {
    const cells = count === 1 ? '1 cell needs' : `${number.format(count)} cells need`
    const more = count > faults.length ? ` The first ${faults.length} are listed; there may be more after them.` : ''
    super(
      `${file} was not read: ${count > faults.length ? 'at least ' : ''}${cells} attention.${more} Row 1 is the first below the header.`,
      faults.map(({ row, column, remedy }) => ({
        path: `row ${number.format(row)}, column ${column}`,
        message: remedy,
      })),
    )
  }
}
