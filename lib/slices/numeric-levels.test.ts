import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numericLevels, UnusableEdges } from './numeric-levels'

test('levels are named by their edges', () =>
  expect(numericLevels([20, 40, 80]).names).toEqual(['<20', '20-<40', '40-<80', '80+']))

test('an edge belongs to the level above it', () => {
  const { names, levelOf } = numericLevels([20, 40])
  expect([19.999, 20, 39, 40, 41, -5].map((age) => names[levelOf(age)])).toEqual([
    '<20',
    '20-<40',
    '20-<40',
    '40+',
    '40+',
    '<20',
  ])
})

test.each([[[]], [[40, 20]], [[20, 20]], [[Number.NaN]], [[Number.POSITIVE_INFINITY]]])(
  'edges %j are refused',
  (edges) => expect(() => numericLevels(edges)).toThrow(UnusableEdges),
)

test('a level rises with the number and holds the numbers between its edges', () =>
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 1 }),
      fc.integer(),
      (unsorted, number) => {
        const edges = unsorted.sort((a, b) => a - b)
        const level = numericLevels(edges).levelOf(number)
        expect(edges.filter((edge) => edge <= number)).toHaveLength(level)
      },
    ),
  ))
