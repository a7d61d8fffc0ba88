import { GrowingColumn } from './growing-column'

/** The file's numbers of the rows that were kept, as runs of consecutive ones: without a filter that is one run. */
export class RowNumbers {
  length = 0
  readonly #places = new GrowingColumn((length) => new Uint32Array(length))
  readonly #rows = new GrowingColumn((length) => new Uint32Array(length))
  #next: number | undefined

  append(rows: Uint32Array): void {
    for (const row of rows) {
      if (row !== this.#next) {
        this.#places.push(this.length)
        this.#rows.push(row)
      }
      this.#next = row + 1
      this.length++
    }
  }

  at(place: number): number {
    let [low, high] = [0, this.#places.length]
    while (high - low > 1) {
      const middle = (low + high) >>> 1
      if (this.#places.at(middle) <= place) low = middle
      else high = middle
    }
    return this.#rows.at(low) + place - this.#places.at(low)
  }
}
