import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beggGreenes } from './begg-greenes'
import { aurocTippingPoint, fprTippingPoint, tprTippingPoint } from './label-error-tipping-point'
import { missingLabelLimits } from './missing-label-limits'
import { expectClose } from './references/close-to'

const share = fc.double({ min: 0.001, max: 0.999, noNaN: true })

test('missing labels: worked by hand', () => {
  // 8 of 10 positives flagged; 2 unlabelled rows flagged, 3 not
  expect(missingLabelLimits(8, 10, 2, 3)).toEqual({ low: 8 / 13, high: 10 / 12 })
  expect(missingLabelLimits(8, 10, 0, 0)).toEqual({ low: 0.8, high: 0.8 })
  expect(missingLabelLimits(0, 0, 0, 0)).toBeUndefined()
  expect(missingLabelLimits(0, 0, 4, 0)).toEqual({ low: 0, high: 1 })
})
test('missing labels: whichever of them are of the class, the rate lies within the limits', () =>
  fc.assert(
    fc.property(fc.nat(20), fc.nat(20), fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9), (tp, fn, u1, u0, k1, k0) => {
      const [own1, own0] = [Math.min(k1, u1), Math.min(k0, u0)]
      const limits = missingLabelLimits(tp, tp + fn, u1, u0)
      const positives = tp + fn + own1 + own0
      if (positives === 0 || limits === undefined) return
      const rate = (tp + own1) / positives
      expect(rate).toBeGreaterThanOrEqual(limits.low - 1e-12)
      expect(rate).toBeLessThanOrEqual(limits.high + 1e-12)
    }),
  ))
test('Begg and Greenes recover the true rates when labelling depends on the decision alone', () =>
  fc.assert(
    fc.property(share, share, share, (prevalence, tpr, fpr) => {
      const flagged = prevalence * tpr + (1 - prevalence) * fpr
      const [ppv, npv] = [(prevalence * tpr) / flagged, ((1 - prevalence) * (1 - fpr)) / (1 - flagged)]
      expectClose(beggGreenes(ppv, npv, flagged).tpr, tpr, 1e-7)
      expectClose(beggGreenes(ppv, npv, flagged).fpr, fpr, 1e-7)
    }),
  ))
test('Begg and Greenes have no rate of a class that nobody belongs to', () => {
  expect(beggGreenes(1, 0, 0.3)).toEqual({ tpr: 0.3, fpr: undefined })
  expect(beggGreenes(0, 1, 0.3)).toEqual({ tpr: undefined, fpr: 0.3 })
})
test('tipping points: that share of wrong labels makes the observed gap from no gap at all', () =>
  fc.assert(
    fc.property(share, share, share, (comparator, other, error) => {
      if (other + 0.001 >= comparator) return
      const tpr = (1 - error) * comparator + error * other // the slice as seen
      expectClose(tprTippingPoint(tpr, comparator, other), error, 1e-6)
      const fpr = (1 - error) * other + error * comparator
      expectClose(fprTippingPoint(fpr, other, comparator), error, 1e-6)
      const area = 0.5 + comparator / 2
      expectClose(aurocTippingPoint(0.5 + (area - 0.5) * (1 - error), area), error, 1e-6)
    }),
  ))
test('no gap to explain, or one that labels cannot explain, has no tipping point', () => {
  expect(tprTippingPoint(0.9, 0.8, 0.1)).toBeUndefined()
  expect(tprTippingPoint(0.1, 0.8, 0.3)).toBeUndefined()
  expect(fprTippingPoint(0.1, 0.2, 0.9)).toBeUndefined()
  expect(aurocTippingPoint(0.45, 0.9)).toBeUndefined()
})
