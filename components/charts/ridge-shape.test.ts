import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ridgeShape, scoreAt, scoreAxis, scorePlace, scoreTicks } from './ridge-shape'

const log = { low: 0.0001, high: 1, isLog: true }

test('places on a log axis, ticks at powers of ten', () => {
  expect(scorePlace(log, 0.01)).toBeCloseTo(50, 9)
  expect(scoreTicks(log)).toEqual([0.0001, 0.001, 0.01, 0.1, 1])
  expect(scoreTicks({ low: 0.003, high: 0.998, isLog: false })).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1])
})

test('a place and its score are inverse, on either axis', () =>
  fc.assert(
    fc.property(fc.double({ min: 0, max: 100, noNaN: true }), fc.boolean(), (place, isLog) => {
      const axis = { ...log, isLog }
      expect(scorePlace(axis, scoreAt(axis, place))).toBeCloseTo(place, 6)
    }),
  ))

test('the diseased stand above the line, each group to its own total', () => {
  const counts = { slice: {}, positives: [0, 1, 3], negatives: [6, 2, 0] }
  const curves = { axis: 'linear' as const, edges: [0, 0.5, 1], bins: [0, 1, 2], overall: counts }
  const { above, below } = ridgeShape(curves, scoreAxis(curves), [counts], true)
  expect(above).toBe('M0.00 19V19.00H50.00V13.67H100.00V3.00H100.00V19z')
  expect(below).toBe('M0.00 19V35.00H50.00V24.33H100.00V19.00H100.00V19z')
  expect(ridgeShape(curves, scoreAxis(curves), [counts], false).above).toBe(
    'M0.00 19V3.00H50.00V13.67H100.00V19.00H100.00V19z',
  )
})
