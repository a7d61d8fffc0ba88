import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CellInterner } from './cell-interner'

function intern(levels: number[][], rows: number) {
  const interner = new CellInterner(levels.length)
  const cells = new Uint32Array(rows)
  interner.intern(levels, cells)
  return { cells, count: interner.count, levelOf: interner.levelOf() }
}

test('equal combinations share a cell, others do not', () => {
  const { cells, count, levelOf } = intern(
    [
      [0, 1, 0, 1],
      [2, 2, 2, 0],
    ],
    4,
  )
  expect([...cells]).toEqual([0, 1, 0, 2])
  expect(count).toBe(3)
  expect(levelOf.map((levels) => [...levels])).toEqual([
    [0, 1, 1],
    [2, 2, 0],
  ])
})

test('without attributes all rows share one cell', () => {
  const { cells, count, levelOf } = intern([], 3)
  expect([...cells]).toEqual([0, 0, 0])
  expect([count, levelOf.length]).toEqual([1, 0])
})

test('100,000 rows that are each a level of their own are 100,000 cells', () => {
  const each = Array.from({ length: 100_000 }, (_, row) => row)
  const { cells, count } = intern([each, each.map((row) => row % 1000), each], 100_000)
  expect(count).toBe(100_000)
  expect(cells[99_999]).toBe(99_999)
})

test('a cell tells its levels, in one batch or in several', () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(1000), fc.nat(2)), { minLength: 1 }), fc.nat(), (rows, cut) => {
      const columns = (part: typeof rows) => [0, 1, 2].map((at) => part.map((row) => row[at]))
      const interner = new CellInterner(3)
      const all = new Uint32Array(rows.length)
      const middle = cut % rows.length
      interner.intern(columns(rows.slice(0, middle)), all.subarray(0, middle))
      interner.intern(columns(rows.slice(middle)), all.subarray(middle))
      const levelOf = interner.levelOf()
      expect(rows.map((_, at) => levelOf.map((levels) => levels[all[at]]))).toEqual(rows)
      expect(interner.count).toBe(new Set(rows.map(String)).size)
    }),
  ))
