import { attributeConcept } from '@/lib/slices/attribute-concept'
import { type Attribute, unknownLevel } from '@/lib/slices/cell-table'
import { areOrdinalLevels, levelOrder } from '@/lib/slices/level-order'
import type { NumericLevels } from '@/lib/slices/numeric-levels'
import { isUnknownText } from '@/lib/slices/unknown-level'
import { finiteNumber } from './check-cells'
import type { FaultList } from './fault-list'
import { GrowingColumn } from './growing-column'
import { type Cell, printCell } from './raw-batch'

const mostCachedTexts = 4096

/** A text that does not keep alive the megabyte of file that it was cut from. */
function ownText<Kind extends Cell>(cell: Kind): Kind | string {
  return typeof cell === 'string' ? Buffer.from(cell).toString() : cell
}

/** The levels of one attribute, row by row, as small integers. */
export class LevelColumn {
  /** the column has more levels than the bound: it is no longer followed, and its rows are forgotten */
  isAbandoned = false
  readonly #codes = new Map<string, number>()
  readonly #counts: number[] = []
  /** the code of a cell's text as it stands, so that a known one need not be trimmed and named again */
  readonly #cached = new Map<Cell, number>()
  #rows: GrowingColumn<Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>> = new GrowingColumn(
    (length) => new Uint8Array(length),
  )

  /**
   * @param numeric cuts numbers into levels; without it each text is a level
   * @param bound with more levels the column is abandoned
   */
  constructor(
    readonly name: string,
    readonly numeric: NumericLevels | undefined,
    readonly bound: number,
  ) {}

  /** levels so far */
  get count(): number {
    return this.#counts.length
  }

  append(cells: ArrayLike<Cell>, row: Uint32Array, faults: FaultList): void {
    for (let at = 0; at < row.length && !this.isAbandoned; at++) {
      const code = this.#cached.get(cells[at]) ?? this.#codeOf(cells[at], row[at], faults)
      this.#counts[code]++
      this.#rows.push(code)
    }
  }

  /** whether two rows have the same level */
  isSame(row: number, otherRow: number): boolean {
    return this.isAbandoned || this.#rows.at(row) === this.#rows.at(otherRow)
  }

  /** all levels, in no order */
  levels(): string[] {
    return [...this.#codes.keys()]
  }

  /** The attribute with its levels in order, and for each row of `rows` its level's place among them; then forgets the rows. */
  take(rows: Uint32Array): { attribute: Attribute; level: Uint8Array | Uint32Array } {
    const names = this.levels()
    const levels = this.#ordered(names)
    const places = new Map(levels.map((level, place) => [level, place]))
    const placeOf = Uint32Array.from(names, (name) => places.get(name)!)
    const level = this.#rows.take(rows)
    for (let at = 0; at < level.length; at++) level[at] = placeOf[level[at]]
    const { kind, concept } = attributeConcept(this.name)
    const scale = this.numeric !== undefined ? 'numeric' : areOrdinalLevels(levels) ? 'ordinal' : 'categorical'
    return { attribute: { name: this.name, kind, scale, concept, levels }, level }
  }

  #ordered(names: readonly string[]): string[] {
    if (this.numeric === undefined) return levelOrder(new Map(names.map((name, code) => [name, this.#counts[code]])))
    return [...this.numeric.names, unknownLevel].filter((name) => this.#codes.has(name))
  }

  #codeOf(cell: Cell, row: number, faults: FaultList): number {
    const level = this.#levelOf(cell, row, faults)
    let code = this.#codes.get(level)
    if (code === undefined) {
      code = this.#counts.length
      this.#codes.set(ownText(level), code)
      this.#counts.push(0)
      if (code === 256) this.#widen()
      if (code === this.bound) this.#abandon()
    }
    if (this.#cached.size < mostCachedTexts) this.#cached.set(ownText(cell), code)
    return code
  }

  #levelOf(cell: Cell, row: number, faults: FaultList): string {
    const text = printCell(cell)
    if (isUnknownText(text)) return unknownLevel
    if (this.numeric === undefined) return text
    const number = finiteNumber(cell)
    if (!Number.isNaN(number)) return this.numeric.names[this.numeric.levelOf(number)]
    faults.add(row, this.name, 'edges were given, so this must be a number, or empty where it is not known')
    return unknownLevel
  }

  #widen() {
    const wide = new GrowingColumn<Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(
      (length) => new Uint32Array(length),
    )
    for (let row = 0; row < this.#rows.length; row++) wide.push(this.#rows.at(row))
    this.#rows = wide
  }

  #abandon() {
    this.isAbandoned = true
    this.#codes.clear()
    this.#cached.clear()
    this.#rows = new GrowingColumn((length) => new Uint8Array(length))
  }
}
