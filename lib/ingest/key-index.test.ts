import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fnv1a64 } from '@/lib/metrics/fnv-hash'
import { KeyIndex } from './key-index'
import { UnusableFile } from './unusable-file'

/** the definition, in 64-bit integers */
function fnvByDefinition(text: string): bigint {
  let hash = 0xcbf29ce484222325n
  for (const byte of Buffer.from(text)) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn
  return hash
}

// from the test suite of the hash's authors, http://www.isthe.com/chongo/src/fnv/test_fnv.c
test.each([
  ['', 0xcbf29ce484222325n],
  ['a', 0xaf63dc4c8601ec8cn],
  ['foobar', 0x85944171f73967e8n],
])('the hash of %j is the published one', (text, expected) => {
  const hash = new Uint32Array(2)
  const bytes = new TextEncoder().encode(text)
  fnv1a64(bytes, 0, bytes.length, hash)
  expect((BigInt(hash[0]) << 32n) | BigInt(hash[1])).toBe(expected)
})

const key = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('p1', 'p2', 'é', '患者', '😀'))

test('equal keys share a number, others do not, and each keeps its text and its hash', () =>
  fc.assert(
    fc.property(fc.array(key), (keys) => {
      const index = new KeyIndex()
      const ids = keys.map((text) => index.add(text))
      expect(index.count).toBe(new Set(keys).size)
      expect(ids.map((id) => index.keys.keyOf(id))).toEqual(keys)
      expect(ids.map((id) => index.keys.hashOf(id))).toEqual(keys.map(fnvByDefinition))
    }),
  ))

test('the canonical order is by hash as an unsigned number, in whatever order keys came', () => {
  const keys = Array.from({ length: 20_000 }, (_, at) => `patient ${at}`)
  const expected = keys.toSorted((a, b) => (fnvByDefinition(a) < fnvByDefinition(b) ? -1 : 1))
  for (const given of [keys, keys.toReversed()]) {
    const index = new KeyIndex()
    for (const text of given) index.add(text)
    expect([...index.takeCanonicalOrder()].map((id) => given[id])).toEqual(expected)
  }
})

test('keys that fill more than one chunk of bytes are all found again', () => {
  const index = new KeyIndex()
  const keys = Array.from({ length: 700 }, (_, at) => `${at}${'ü'.repeat(at * 4)}`)
  const ids = keys.map((text) => index.add(text))
  expect(keys.map((text) => index.add(text))).toEqual(ids)
  expect(ids.map((id) => index.keys.keyOf(id))).toEqual(keys)
})

test('ids that were made to share a hash are refused, not compared for hours', () => {
  const index = new KeyIndex()
  const add = (count: number) => {
    for (let at = 0; at < count; at++) index.add(`!0IC=VloaY${'\u0000'.repeat(at)}`) // each of hash 0
  }
  add(64)
  expect(index.count).toBe(64)
  expect(() => add(66)).toThrow(UnusableFile)
})
