import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fnvHash } from './fnv-hash'

const hexOf = (text: string) => {
  const { high, low } = fnvHash(text)
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0')
}

test.each([
  ['', 'cbf29ce484222325'],
  ['a', 'af63dc4c8601ec8c'],
  ['foobar', '85944171f73967e8'],
])('%j has the published hash', (text, expected) => expect(hexOf(text)).toBe(expected)) // draft-eastlake-fnv, appendix C
test('agrees with 64-bit whole numbers for any text', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      let expected = 0xcbf29ce484222325n
      for (const byte of new TextEncoder().encode(text))
        expected = ((expected ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn
      expect(hexOf(text)).toBe(expected.toString(16).padStart(16, '0'))
    }),
  ))
