import fc from 'fast-check'
import { expect, test } from 'vitest'
import { curvePath, curvePoints, precisionRecallPoint, rocPoint } from './curve-points'
import { countsAbove } from './threshold-counts'

test('a ROC runs from nobody flagged to everybody, and never back', () => {
  const counts = fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(counts, (bins) => {
      const above = countsAbove({ positives: bins.map(([p]) => p), negatives: bins.map(([, n]) => n) })
      const points = curvePoints(above, rocPoint)
      if (above.positives === 0 || above.negatives === 0) {
        expect(points).toEqual([])
        return
      }
      expect(points[0]).toMatchObject({ x: 0, y: 0 })
      expect(points[points.length - 1]).toMatchObject({ x: 1, y: 1 })
      points.slice(1).forEach((point, at) => {
        expect(point.x).toBeGreaterThanOrEqual(points[at].x)
        expect(point.y).toBeGreaterThanOrEqual(points[at].y)
      })
    }),
  )
})

test('the area under its points is the AUROC where every edge is a score', () => {
  // scores .1 .4 .35 .8 with labels 0 0 1 1: 3 of 4 pairs are right
  const above = countsAbove({ positives: [0, 1, 0, 1], negatives: [1, 0, 1, 0] })
  const points = curvePoints(above, rocPoint)
  const area = points.slice(1).reduce((sum, { x, y }, at) => sum + ((x - points[at].x) * (y + points[at].y)) / 2, 0)
  expect(area).toBeCloseTo(0.75, 12)
})

test('precision is undefined where nothing is flagged, and is drawn in steps', () => {
  const above = countsAbove({ positives: [0, 2], negatives: [2, 0] })
  expect(precisionRecallPoint(above, 2)).toBeUndefined()
  const points = curvePoints(above, precisionRecallPoint)
  expect(points.map(({ x, y }) => [x, y])).toEqual([
    [1, 1],
    [1, 0.5],
  ])
  expect(curvePath(points, 100, true)).toBe('M100.0 0.0V50.0H100.0')
})
