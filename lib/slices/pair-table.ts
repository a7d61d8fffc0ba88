/**
 * Gives each pair of small integers an integer of its own, counted from 0 in the order of first appearance. Open
 * addressing over typed arrays: a Map of numbers beyond 2^30 takes twice as long.
 */
export class PairTable {
  count = 0
  #first = new Uint32Array(16)
  #second = new Uint32Array(16)
  /** number of the pair plus one; 0 is free. At most half of the places are taken. */
  #places = new Uint32Array(32)

  /** the number of a pair, given out now if it is met for the first time */
  add(first: number, second: number): number {
    const mask = this.#places.length - 1
    let place = placeOf(first, second) & mask
    for (let found = this.#places[place]; found !== 0; found = this.#places[place]) {
      if (this.#first[found - 1] === first && this.#second[found - 1] === second) return found - 1
      place = (place + 1) & mask
    }
    if (this.count === this.#first.length) {
      this.#grow()
      return this.add(first, second)
    }
    this.#first[this.count] = first
    this.#second[this.count] = second
    this.#places[place] = ++this.count
    return this.count - 1
  }

  /** the first of a pair */
  firstOf(pair: number): number {
    return this.#first[pair]
  }

  /** the second of a pair */
  secondOf(pair: number): number {
    return this.#second[pair]
  }

  #grow() {
    const size = this.#first.length * 2
    const [first, second] = [new Uint32Array(size), new Uint32Array(size)]
    first.set(this.#first)
    second.set(this.#second)
    const mask = size * 2 - 1
    const places = new Uint32Array(size * 2)
    for (let pair = 0; pair < this.count; pair++) {
      let place = placeOf(first[pair], second[pair]) & mask
      while (places[place] !== 0) place = (place + 1) & mask
      places[place] = pair + 1
    }
    this.#first = first
    this.#second = second
    this.#places = places
  }
}

function placeOf(first: number, second: number): number {
  let mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  return mixed ^ (mixed >>> 13)
}
