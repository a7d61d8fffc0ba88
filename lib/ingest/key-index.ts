import { KeyList } from './key-list'
import { UnusableFile } from './unusable-file'

const firstPlaces = 1 << 11
/** so many keys of one 64-bit hash do not come by chance: each new one would be compared with all of them */
const mostOfOneHash = 64

/**
 * Gives each key (the id of a patient) a small integer, counted from 0 in the order of first appearance; found by open
 * addressing. Where a key goes depends on two secret numbers of this table: keys could be made to share a part of
 * their public hash, and then all to crowd into one place.
 */
export class KeyIndex {
  /** the keys by their numbers */
  readonly keys = new KeyList()
  /** number of the key plus one; 0 is free. At most half of the places are taken. */
  #places = new Uint32Array(firstPlaces)
  readonly #multipliers = crypto.getRandomValues(new Uint32Array(2)).map((word) => word | 1)

  get count(): number {
    return this.keys.length
  }

  /** The number of a key, given out now if it is met for the first time. A key has at most 300,000 UTF-16 units. */
  add(key: string): number {
    const id = this.keys.length
    this.keys.push(key)
    const mask = this.#places.length - 1
    let place = this.#placeOf(id)
    let ofOneHash = 0
    for (let found = this.#places[place]; found !== 0; found = this.#places[place]) {
      if (this.keys.isSameHash(id, found - 1)) {
        if (this.keys.isSame(id, found - 1)) {
          this.keys.pop()
          return found - 1
        }
        if (++ofOneHash === mostOfOneHash)
          throw new UnusableFile(
            'The patient ids were made so that reading them takes for ever: this is no table of people.',
          )
      }
      place = (place + 1) & mask
    }
    this.#places[place] = id + 1
    if (this.count * 2 === this.#places.length) this.#grow()
    return id
  }

  /** The number of a key; undefined where it was never added. */
  find(key: string): number | undefined {
    const id = this.keys.length
    this.keys.push(key)
    try {
      const mask = this.#places.length - 1
      let place = this.#placeOf(id)
      for (let found = this.#places[place]; found !== 0; found = this.#places[place]) {
        if (this.keys.isSame(id, found - 1)) return found - 1
        place = (place + 1) & mask
      }
      return undefined
    } finally {
      this.keys.pop()
    }
  }

  /** All numbers in canonical order of their keys; then forgets the keys, or only how to find them. */
  takeCanonicalOrder(keepsText = false): Uint32Array<ArrayBuffer> {
    this.#places = new Uint32Array(firstPlaces)
    return this.keys.takeCanonicalOrder(undefined, keepsText)
  }

  #placeOf(id: number): number {
    const mixed =
      Math.imul(this.keys.high.at(id), this.#multipliers[0]) + Math.imul(this.keys.low.at(id), this.#multipliers[1])
    return (mixed ^ (mixed >>> 15)) & (this.#places.length - 1)
  }

  #grow() {
    const length = this.#places.length * 2
    this.#places = new Uint32Array(0) // not both at once
    this.#places = new Uint32Array(length)
    for (let id = 0; id < this.count; id++) {
      let place = this.#placeOf(id)
      while (this.#places[place] !== 0) place = (place + 1) & (length - 1)
      this.#places[place] = id + 1
    }
  }
}
