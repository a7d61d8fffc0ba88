import fc from 'fast-check'
import { expect, test } from 'vitest'
import { meanInterval } from './mean-interval'
import { meanSumsOf } from './mean-sums-of'
import { netBenefitValue, treatAllBenefit } from './net-benefit'
import { expectClose } from './references/close-to'
import { allRows, label, probability, subject } from './references/example-rows'
import reference from './references/net-benefit.json' // numpy 1.24.2

test.each(Object.entries(reference.expected))('%s agrees with the reference', (name, expected) => {
  const threshold = Number(name.split('=')[1])
  const values = Array.from(label, (positive, row) =>
    netBenefitValue(positive, probability[row] >= threshold ? 1 : 0, threshold),
  )
  const estimate = meanInterval(meanSumsOf(values, subject, allRows, 0), 0, false)
  expectClose(estimate?.value, expected.net_benefit)
  expectClose(estimate?.variance, expected.variance_linear)
  expectClose(treatAllBenefit(26 / 60, threshold), expected.treat_all)
})
test('treating everyone is the same as the decision 1 for all', () =>
  fc.assert(
    fc.property(fc.array(fc.nat(1), { minLength: 1 }), fc.integer({ min: 0, max: 95 }), (labels, percent) => {
      const total = labels.reduce((sum, y) => sum + netBenefitValue(y, 1, percent / 100), 0)
      const prevalence = labels.reduce<number>((sum, y) => sum + y, 0) / labels.length
      expect(total / labels.length).toBeCloseTo(treatAllBenefit(prevalence, percent / 100), 9)
    }),
  ))
