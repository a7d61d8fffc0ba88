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
  expect(above).toBe('M0.00 19V19.00H50.00V13.00H100.00V1.00H100.00V19z')
  expect(below).toBe('M0.00 19V37.00H50.00V25.00H100.00V19.00H100.00V19z')
  expect(ridgeShape(curves, scoreAxis(curves), [counts], false).above).toBe(
    'M0.00 19V1.00H50.00V13.00H100.00V19.00H100.00V19z',
  )
})

test('all images together set the height; a spike of a small group is cut at the edge of its row', () => {
  const curves = {
    axis: 'linear' as const,
    edges: [0, 0.5, 1],
    bins: [0, 1, 2],
    overall: { slice: {}, positives: [10, 20, 20], negatives: [1, 0, 0] },
  }
  const spike = { slice: { sex: 'F' }, positives: [0, 0, 2], negatives: [0, 0, 0] }
  const { above } = ridgeShape(curves, scoreAxis(curves), [curves.overall, spike], true, 72)
  expect(above).toContain('M0.00 53V44.00H50.00V35.00H100.00V35.00') // at the foot of 72 px
  expect(above).toContain('M0.00 125V125.00H50.00V125.00H100.00V107.00')
})
