const signatureBytes = 19 // 11 of signature, 4 of flags, 4 of the length of an extension, which there is none of

/**
 * Takes apart PostgreSQL's binary COPY format of rows with one `bytea` each, piece by piece as it arrives, straight into
 * one array: pg itself would read every value as hexadecimal text, which takes ten times as long.
 */
export class CopiedFields {
  /** bytes of values so far, also of those that had no room */
  filled = 0
  #skip = signatureBytes
  /** of the head of a row (2 bytes for the number of fields, 4 for the length of its one) what has arrived */
  #head = Buffer.alloc(6)
  #headFilled = 0
  /** bytes of the current value that are still to come */
  #left = 0
  #isEnded = false

  constructor(readonly target: Uint8Array) {}

  add(piece: Buffer): void {
    let at = Math.min(this.#skip, piece.length)
    this.#skip -= at
    while (at < piece.length && !this.#isEnded)
      at += this.#left > 0 ? this.#takeValue(piece, at) : this.#takeHead(piece, at)
  }

  #takeValue(piece: Buffer, at: number): number {
    const taken = Math.min(this.#left, piece.length - at)
    if (this.filled + taken <= this.target.length) this.target.set(piece.subarray(at, at + taken), this.filled)
    this.filled += taken
    this.#left -= taken
    return taken
  }

  #takeHead(piece: Buffer, at: number): number {
    const taken = piece.copy(this.#head, this.#headFilled, at, at + this.#head.length - this.#headFilled)
    this.#headFilled += taken
    if (this.#headFilled >= 2 && this.#head.readInt16BE(0) === -1) this.#isEnded = true
    if (this.#headFilled === this.#head.length) {
      this.#left = this.#head.readInt32BE(2)
      this.#headFilled = 0
    }
    return taken
  }
}
