const bits = 16
const chunkLength = 1 << bits
const mask = chunkLength - 1

type Numbers = Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>

/** A typed column of which the length is not known beforehand, in chunks, so that growing copies nothing. */
export class GrowingColumn<Kind extends Numbers> {
  length = 0
  #chunks: Kind[] = []

  /** @param make an array of zeros, for example `(length) => new Uint8Array(length)` */
  constructor(readonly make: (length: number) => Kind) {}

  push(value: number): void {
    const chunk = this.length >>> bits
    if (chunk === this.#chunks.length) this.#chunks.push(this.make(chunkLength))
    this.#chunks[chunk][this.length & mask] = value
    this.length++
  }

  append(values: ArrayLike<number>): void {
    for (let at = 0; at < values.length; at++) this.push(values[at])
  }

  at(row: number): number {
    return this.#chunks[row >>> bits][row & mask]
  }

  /** all values, in one piece */
  toArray(): Kind {
    const values = this.make(this.length)
    for (let row = 0; row < values.length; row++) values[row] = this.at(row)
    return values
  }

  /** The values of some rows, in their order; then forgets all, so that a table is not held twice. */
  take(rows: Uint32Array): Kind {
    const taken = this.make(rows.length)
    for (let at = 0; at < rows.length; at++) taken[at] = this.#chunks[rows[at] >>> bits][rows[at] & mask]
    this.release()
    return taken
  }

  /** Forgets all values. */
  release(): void {
    this.#chunks = []
    this.length = 0
  }
}
