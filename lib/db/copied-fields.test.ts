import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CopiedFields } from './copied-fields'

function copied(values: readonly Uint8Array[]): Buffer {
  const rows = values.map((value) => {
    const head = Buffer.alloc(6)
    head.writeInt16BE(1, 0)
    head.writeInt32BE(value.length, 2)
    return Buffer.concat([head, value])
  })
  return Buffer.concat([
    Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'),
    Buffer.alloc(8),
    ...rows,
    Buffer.from([0xff, 0xff]),
  ])
}

test('values come out whole, wherever the pieces are cut', () =>
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 20 })), fc.array(fc.nat(9)), (values, cuts) => {
      const all = copied(values)
      const fields = new CopiedFields(new Uint8Array(values.reduce((sum, { length }) => sum + length, 0)))
      for (let at = 0, i = 0; at < all.length; i++) {
        const length = 1 + (cuts[i] ?? 30)
        fields.add(all.subarray(at, at + length))
        at += length
      }
      expect(Buffer.from(fields.target)).toEqual(Buffer.concat(values))
      expect(fields.filled).toBe(fields.target.length)
    }),
  ))

test('what has no room is counted, and nothing is written beyond the end', () => {
  const memory = new Uint8Array(8)
  const fields = new CopiedFields(memory.subarray(0, 3))
  fields.add(copied([Uint8Array.from([1, 2]), Uint8Array.from([3, 4])]))
  expect(fields.filled).toBe(4)
  expect([...memory.subarray(3)]).toEqual([0, 0, 0, 0, 0])
})
