import { serialize } from 'node:v8'
import type { Remember } from '@/lib/disparities/remember'

/** What no threshold changes about the rows that were asked for lately, within a number of bytes. */
export class LastingSums {
  readonly #kept = new Map<string, { sums: Map<string, unknown>; bytes: number }>()

  constructor(readonly mostBytes: number) {}

  /** Of which rows: those that were longest not asked for make room for others. */
  of(rows: string): Remember {
    const kept = this.#kept.get(rows) ?? { sums: new Map<string, unknown>(), bytes: 0 }
    this.#kept.delete(rows)
    this.#kept.set(rows, kept) // a Map lists the latest last
    return <T>(name: string, make: () => T): T => {
      if (kept.sums.has(name)) return kept.sums.get(name) as T
      const made = make()
      kept.sums.set(name, made)
      kept.bytes += serialize(made).byteLength
      this.#makeRoom()
      return made
    }
  }

  get bytes(): number {
    return [...this.#kept.values()].reduce((sum, { bytes }) => sum + bytes, 0)
  }

  #makeRoom(): void {
    for (const rows of this.#kept.keys()) {
      if (this.bytes <= this.mostBytes) return
      this.#kept.delete(rows)
    }
  }
}
