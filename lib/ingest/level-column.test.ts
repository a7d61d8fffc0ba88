import { expect, test } from 'vitest'
import { FaultList } from './fault-list'
import { LevelColumn } from './level-column'
import { rowNumbers } from './raw-batch'

function filled(cells: (string | number)[], bound = Number.POSITIVE_INFINITY) {
  const column = new LevelColumn('site', undefined, bound)
  column.append(cells, rowNumbers(1, cells.length), new FaultList('table.csv'))
  return column
}
const all = (count: number) => Uint32Array.from({ length: count }, (_, row) => row)

test('more than 256 levels fit, and each row keeps its own', () => {
  const cells = Array.from({ length: 70_000 }, (_, row) => `s${row % 1000}`)
  const { attribute, level } = filled(cells).take(all(cells.length))
  expect(Array.from(level, (place) => attribute.levels[place])).toEqual(cells)
})

test('a column beyond its bound is given up', () => {
  const column = filled(['a', 'b', 'c', 'd'], 2)
  expect([column.isAbandoned, column.isSame(0, 1)]).toEqual([true, true])
})

test('a number and its text are one level', () => {
  const { attribute } = filled([3, '3', ' 3 ', 10]).take(all(4))
  expect(attribute.levels).toEqual(['3', '10'])
})
