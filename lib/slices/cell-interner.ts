import { PairTable } from './pair-table'

/**
 * Turns each combination of attribute levels that occurs into one small integer, the cell, counted from 0 in the
 * order of first appearance. Levels may be any numbers below 2^32 and need not be known beforehand. Attribute by
 * attribute, the cell so far and the next level make a pair: no text is built, and a column whose every row is a
 * level of its own costs no more than the rows.
 */
export class CellInterner {
  readonly #tables: PairTable[]

  /** @param attributes how many attributes a combination has; with 0 all rows share cell 0 */
  constructor(attributes: number) {
    this.#tables = Array.from({ length: attributes }, () => new PairTable())
  }

  /** number of cells so far */
  get count(): number {
    return this.#tables.length === 0 ? 1 : this.#tables[this.#tables.length - 1].count
  }

  /**
   * The cells of a batch of rows.
   * @param levels one array an attribute, with the level of each row
   * @param cells where the cells go, one a row; its length is the number of rows
   */
  intern(levels: readonly ArrayLike<number>[], cells: Uint32Array): void {
    cells.fill(0)
    this.#tables.forEach((table, attribute) => {
      const level = levels[attribute]
      for (let row = 0; row < cells.length; row++) cells[row] = table.add(cells[row], level[row])
    })
  }

  /** For each attribute the level that each cell has, as `CellTable` holds them. */
  levelOf(): Uint32Array[] {
    const levels = this.#tables.map(() => new Uint32Array(this.count))
    for (let cell = 0; cell < this.count; cell++) {
      for (let attribute = this.#tables.length - 1, pair = cell; attribute >= 0; attribute--) {
        levels[attribute][cell] = this.#tables[attribute].secondOf(pair)
        pair = this.#tables[attribute].firstOf(pair)
      }
    }
    return levels
  }
}
