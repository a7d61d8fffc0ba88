import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areOrdinalLevels, levelOrder } from './level-order'

const counted = (...levels: string[]) => new Map(levels.map((level, at) => [level, at + 1]))

test.each([
  [['80+', '20-39', '0-19', '40-59', '60-79']],
  [['[70+)', '[10-20)', '[0-10)', '[20-50)', '[50-70)']],
  [['20-<40', '<20', '80+', '40-<80']],
  [['10', '9', '-1', '2.5']],
  [['3T', '1.5T']],
  [['>80', '80', '<=5']],
])('levels that start with a number are listed by it: %j', (levels) => {
  const first = (level: string) => Number(/-?\d+(\.\d+)?/.exec(level)![0])
  const listed = levelOrder(counted(...levels))
  expect(listed.map(first)).toEqual(levels.map(first).sort((a, b) => a - b))
  expect(areOrdinalLevels(levels)).toBe(true)
})

test('below 20 comes before what starts at 20', () =>
  expect(levelOrder(counted('20-<40', '<20'))).toEqual(['<20', '20-<40']))

test('other levels are listed by how common they are, equally common ones by name', () =>
  expect(
    levelOrder(
      new Map([
        ['B', 2],
        ['Asian', 2],
        ['C', 9],
      ]),
    ),
  ).toEqual(['C', 'Asian', 'B']))

test('Unknown is the last, however common it is', () => {
  expect(levelOrder(counted('F', 'M', 'Unknown'))).toEqual(['M', 'F', 'Unknown'])
  expect(levelOrder(counted('2', '1', 'Unknown'))).toEqual(['1', '2', 'Unknown'])
})

test('Unknown alone is no ordinal scale', () => expect(areOrdinalLevels(['Unknown'])).toBe(false))

test('the order in which levels were met does not matter', () =>
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(fc.constantFrom('F', 'M', '10', '9', '<9', '9+', 'Unknown', 'x'), fc.nat(3)), {
        selector: (pair) => pair[0],
      }),
      fc.infiniteStream(fc.nat()),
      (pairs, keys) => {
        const shuffled = pairs
          .map((pair) => ({ pair, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ pair }) => pair)
        expect(levelOrder(new Map(shuffled))).toEqual(levelOrder(new Map(pairs)))
      },
    ),
  ))
