import fc from 'fast-check'
import { expect, test } from 'vitest'
import { KeyList } from './key-list'

function listOf(keys: readonly string[]): KeyList {
  const list = new KeyList()
  for (const key of keys) list.push(key)
  return list
}

/** texts whose 64-bit hash is 0: the first is known to be, and a NUL leaves 0 at 0 */
const ofHashZero = (count: number) => Array.from({ length: count }, (_, at) => `!0IC=VloaY${'\u0000'.repeat(at)}`)

test('keys of one hash stand in the order of their bytes', () => {
  const keys = ofHashZero(5)
  const list = listOf(keys.toReversed())
  expect(list.hashOf(0)).toBe(0n)
  expect([...list.takeCanonicalOrder()]).toEqual([4, 3, 2, 1, 0])
})

test('equal keys stand side by side in the order they came, and each later one is told with the first', () =>
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'ü', ...ofHashZero(3))), (keys) => {
      const told: [place: number, first: number][] = []
      const order = listOf(keys).takeCanonicalOrder((place, first) => told.push([place, first]))
      const later = keys.flatMap((key, place) => (keys.indexOf(key) < place ? [[place, keys.indexOf(key)]] : []))
      expect(told.toSorted(([a], [b]) => a - b)).toEqual(later)
      for (let at = 1; at < order.length; at++)
        if (keys[order[at]] === keys[order[at - 1]]) expect(order[at]).toBeGreaterThan(order[at - 1])
    }),
  ))

test('a key that was taken away leaves no trace', () => {
  const list = listOf(['a', 'bc'])
  list.pop()
  list.push('d')
  expect([list.length, list.keyOf(0), list.keyOf(1)]).toEqual([2, 'a', 'd'])
})
