import { type CellFault, UnreadableTable } from './unreadable-table'

/** So many faults are listed; then reading stops. */
export const listedFaults = 100

/** The faults of one file, collected batch by batch. */
export class FaultList {
  count = 0
  #faults: CellFault[] = []

  constructor(readonly file: string) {}

  add(row: number, column: string, remedy: string): void {
    this.count++
    // a batch is checked column by column: more than are listed are kept, so that the first rows can be chosen
    if (this.#faults.length < listedFaults * 100) this.#faults.push({ row, column, remedy })
  }

  /** To be called after each batch. Throws `UnreadableTable` when there are as many faults as are listed. */
  endBatch(): void {
    if (this.count >= listedFaults) this.end()
  }

  /** To be called after the last batch. Throws `UnreadableTable` when there is any fault. */
  end(): void {
    if (this.count === 0) return
    const listed = this.#faults.sort((a, b) => a.row - b.row).slice(0, listedFaults)
    throw new UnreadableTable(this.file, listed, this.count)
  }
}
