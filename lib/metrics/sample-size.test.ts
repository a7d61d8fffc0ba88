import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectClose } from './references/close-to'
import { familyDetectableGap, plannedDetectableGap, subjectsNeeded, twoSidedQuantiles } from './sample-size'

test('detectable gaps, worked by hand', () => {
  expectClose(plannedDetectableGap(0.0025), 0.14)
  expectClose(familyDetectableGap(0.0025, 3.3), 4.14 * 0.05)
})
test('subjects needed, worked by hand', () => {
  // room .05, target (.05/2.8)^2 = 3.18878e-4; 100 * .002/(3.18878e-4 - 1e-4) = 913.75
  expect(subjectsNeeded(0.05, 0.1, { subjects: 100, variance: 0.002 }, 1e-4)).toEqual({
    kind: 'reachable',
    subjects: 914,
  })
  const twoSided = subjectsNeeded(0.05, 0.1, { subjects: 100, variance: 0.002 }, 1e-4, twoSidedQuantiles)
  expect(twoSided).toEqual({ kind: 'reachable', subjects: 1448 })
})
test('a comparator too imprecise cannot be made up for; a gap at the limit needs no more subjects', () => {
  expect(subjectsNeeded(0.05, 0.1, { subjects: 9, variance: 0.1 }, 0.01)).toEqual({ kind: 'cannot_be_reached' })
  expect(subjectsNeeded(-0.1, 0.1, { subjects: 9, variance: 0.1 }, 0)).toEqual({ kind: 'at_the_limit' })
})
test('with the subjects needed the limit of the gap keeps the bound', () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 1000 }), (percent, subjects) => {
      const gap = percent / 1000
      const needed = subjectsNeeded(gap, 0.1, { subjects, variance: 0.01 }, 0)
      if (needed.kind !== 'reachable') throw new Error('unreachable')
      const variance = (0.01 * subjects) / needed.subjects
      expect(gap + 2.8 * Math.sqrt(variance)).toBeLessThanOrEqual(0.1 + 1e-9)
    }),
  ))
