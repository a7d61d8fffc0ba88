import { expect, test } from 'vitest'
import { probabilityScale, scoreHistogram } from './score-scale'

test('small scores get powers of ten, from below the smallest', () => {
  const { place, ticks } = probabilityScale(true, 0.0008)
  expect(ticks.map(({ text }) => text)).toEqual(['0.01', '0.1', '1', '10', '100'])
  expect(place(1)).toBe(1)
  expect(place(0)).toBe(0) // nothing observed stands at the edge, not outside
  expect(place(0.01)).toBeCloseTo(0.5, 12)
})

test('others get quarters', () => {
  const { place, ticks } = probabilityScale(false, 0.2)
  expect(ticks.map(({ text }) => text)).toEqual(['0', '25', '50', '75', '100'])
  expect(place(0.3)).toBe(0.3)
})

test('every score falls into one bin, the highest into the last', () => {
  const { place } = probabilityScale(false, 0)
  expect(scoreHistogram([0, 0.1, 0.5, 1], [4, 3, 2, 1], place, 2)).toEqual([7, 3])
})
