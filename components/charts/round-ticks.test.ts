import { expect, test } from 'vitest'
import { roundEnds, roundTicks } from './round-ticks'

test.each([
  [0, 10, 5, [0, 2, 4, 6, 8, 10]],
  [-5, 18.4, 5, [-5, 0, 5, 10, 15]],
  [0, 0.7, 4, [0, 0.2, 0.4, 0.6]],
  [-0.3, 0.3, 5, [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3]],
  [0, 100, 4, [0, 20, 40, 60, 80, 100]],
  [3, 3, 5, [3]],
])('ticks from %d to %d, about %d', (low, high, about, ticks) => {
  expect(roundTicks(low, high, about).map((tick) => tick + 0)).toEqual(ticks)
})

test.each([
  [-5, 18.4, 5, [-5, 20]],
  [0, 23, 4, [0, 25]],
  [-1.2, 1.21, 5, [-1.5, 1.5]],
  [0, 0.0123, 4, [0, 0.015]],
  [4, 4, 5, [4, 4]],
])('ends around %d to %d, about %d', (low, high, about, ends) => {
  expect(roundEnds(low, high, about)).toEqual(ends)
})
