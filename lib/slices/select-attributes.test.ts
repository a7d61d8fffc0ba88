import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CellInterner } from './cell-interner'
import type { Attribute } from './cell-table'
import { occurringLevels } from './occurring-levels'
import { type CellColumn, selectAttributes } from './select-attributes'

const attribute = (name: string, levels: readonly string[], scale: Attribute['scale'] = 'categorical'): Attribute => ({
  ...{ name, levels, scale },
  kind: 'demographic',
  concept: undefined,
})

/** Attributes by name, the level of each row. */
function column(attributes: Record<string, readonly number[]>): CellColumn {
  const names = Object.keys(attributes)
  const interner = new CellInterner(names.length)
  const cell = new Uint32Array(attributes[names[0]].length)
  interner.intern(Object.values(attributes), cell)
  const levels = ['a', 'b', 'c', 'd']
  const cells = {
    attributes: names.map((name) => attribute(name, levels)),
    count: interner.count,
    levelOf: interner.levelOf(),
  }
  return { cell, cells }
}

const rows = fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3), fc.nat(3)), { minLength: 1, maxLength: 40 })

test('gives what reading only these attributes gives, whichever columns they lie in', () =>
  fc.assert(
    fc.property(rows, fc.shuffledSubarray(['w', 'x', 'y', 'z'], { minLength: 1 }), (levels, names) => {
      const [w, x, y, z] = [0, 1, 2, 3].map((at) => levels.map((row) => row[at]))
      const all: Record<string, number[]> = { w, x, y, z }
      const alone = column(Object.fromEntries(names.map((name) => [name, all[name]])))
      expect(selectAttributes([column({ w, x }), column({ y, z })], names, levels.length)).toEqual(alone)
    }),
  ))

test('no attribute is one cell', () => {
  expect(selectAttributes([column({ w: [0, 1, 2] })], [], 3)).toEqual({
    cell: Uint32Array.from([0, 0, 0]),
    cells: { attributes: [], count: 1, levelOf: [] },
  })
})

test('of two attributes of one name the one that came later counts', () => {
  const { cell, cells } = selectAttributes([column({ w: [0, 1, 0] }), column({ w: [2, 2, 3] })], ['w'], 3)
  expect([...cell].map((own) => cells.levelOf[0][own])).toEqual([2, 2, 3])
})

test('only the levels that rows have are listed, the commonest first, edges in their order, Unknown last', () => {
  const cells = {
    attributes: [attribute('site', ['A', 'Unknown', 'B', 'C']), attribute('age', ['<40', '40+', 'Unknown'], 'numeric')],
    count: 4,
    levelOf: [Uint32Array.from([0, 1, 2, 3]), Uint32Array.from([1, 1, 0, 2])],
  }
  const listed = occurringLevels({ cell: Uint32Array.from([2, 2, 0, 1]), cells })
  expect(listed.attributes.map(({ levels }) => levels)).toEqual([
    ['B', 'A', 'Unknown'],
    ['<40', '40+'],
  ])
  expect([2, 0, 1].map((cell) => listed.levelOf[0][cell])).toEqual([0, 1, 2])
  expect([2, 0, 1].map((cell) => listed.levelOf[1][cell])).toEqual([0, 1, 1])
})
