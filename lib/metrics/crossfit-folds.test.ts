import fc from 'fast-check'
import { expect, test } from 'vitest'
import { crossfitFolds } from './crossfit-folds'

test('folds are even, the same for the same seed and others for another', () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), fc.nat(1000), (subjects, seed) => {
      const folds = crossfitFolds(subjects, seed)
      const sizes = [0, 1, 2, 3, 4].map((fold) => folds.filter((own) => own === fold).length)
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
      expect(folds).toEqual(crossfitFolds(subjects, seed))
      if (subjects > 50) expect(folds).not.toEqual(crossfitFolds(subjects, seed + 1))
    }),
  ))
test('within a stratum too folds are even', () => {
  const stratum = Array.from({ length: 100 }, (_, subject) => (subject % 7 === 0 ? 1 : 0))
  const folds = crossfitFolds(100, 1, 5, stratum)
  const sizes = [0, 1, 2, 3, 4].map((fold) => folds.filter((own, subject) => own === fold && stratum[subject]).length)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(15)
  expect(sizes).toEqual([3, 3, 3, 3, 3])
})
