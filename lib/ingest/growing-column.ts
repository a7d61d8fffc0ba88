const bits = 16
const chunkLength = 1 << bits
const mask = chunkLength - 1

type Numbers = Uint8Array | Uint32Array | Float64Array

/** A typed column of which the length is not known beforehand, in chunks, so that growing copies nothing. */
export class GrowingColumn<Kind extends Numbers> {
  length = 0
  readonly #chunks: Kind[] = []

  /** @param make an array of zeros, for example `(length) => new Uint8Array(length)` */
  constructor(readonly make: (length: number) => Kind) {}

  push(value: number): void {
    if ((this.length & mask) === 0) this.#chunks.push(this.make(chunkLength))
    this.#chunks[this.length >>> bits][this.length & mask] = value
    this.length++
  }

  append(values: ArrayLike<number>): void {
    for (let at = 0; at < values.length; at++) this.push(values[at])
  }

  at(row: number): number {
    return this.#chunks[row >>> bits][row & mask]
  }

  /** the values of some rows, in their order */
  gather(rows: Uint32Array): Kind {
    const gathered = this.make(rows.length)
    for (let at = 0; at < rows.length; at++) gathered[at] = this.#chunks[rows[at] >>> bits][rows[at] & mask]
    return gathered
  }
}
