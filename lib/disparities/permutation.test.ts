import { describe, expect, test } from 'vitest'
import reference from '@/lib/metrics/references/max-t-exhaustive.json'
import { openAudit } from './audit'
import { defaultSettings, frameOf, randomRows } from './frame-fixture'
import type { PermutationPlan } from './permutation-plan'
import { permutationStatistics } from './permutation-statistics'

const families = [
  { by: ['sex'], prespecified: true },
  { by: ['age'], prespecified: true },
  { by: ['sex', 'age'], prespecified: true },
]

function planOf(seed: number, isTied = false): PermutationPlan {
  const settings = { ...defaultSettings, families, permutations: 99 }
  return openAudit(frameOf(randomRows(seed, 200, isTied)), settings).plans[0].plan
}

describe('permutations', () => {
  test('do not depend on how replicates are shared among threads', () => {
    const plan = planOf(3)
    const whole = permutationStatistics(plan, 0, 30)
    const parts = [
      permutationStatistics(plan, 0, 7),
      permutationStatistics(plan, 7, 8),
      permutationStatistics(plan, 8, 30),
    ]
    expect(parts.flatMap(({ statistics }) => [...statistics])).toEqual([...whole.statistics])
    expect(parts.flatMap(({ ranges }) => [...ranges])).toEqual([...whole.ranges])
  })

  test.each([false, true])('the observed statistic of AUROC is that of the AUROCs themselves (ties: %s)', (isTied) => {
    const audit = openAudit(frameOf(randomRows(8, 200, isTied)), { ...defaultSettings, families, permutations: 1 })
    const { plan, family, slice } = audit.plans[0]
    const { statistics } = permutationStatistics(plan, 0, 1)
    let checked = 0
    plan.tests.forEach((own, t) => {
      if (own.metric !== 'auroc') return
      const pair = audit.families[family[own.family]].pairs[slice[own.family][own.slice]!]
      const wanted =
        Math.asin(Math.sqrt(pair.slice.placement!.auroc)) - Math.asin(Math.sqrt(pair.comparator.placement!.auroc))
      expect(statistics[t]).toBeCloseTo(wanted, 12)
      checked++
    })
    expect(checked).toBeGreaterThan(5)
  })

  test('keep the labels of every stratum and the sizes of every slice', () => {
    const plan = planOf(4)
    const sizeOf = (plan: PermutationPlan) => plan.cellOfSubject.reduce((sum, cell) => sum + cell, 0)
    const before = [...plan.cellOfSubject]
    permutationStatistics(plan, 1, 20)
    expect([...plan.cellOfSubject]).toEqual(before) // the plan itself is never written to
    expect(sizeOf(plan)).toBe(before.reduce((sum, cell) => sum + cell, 0))
  })
})

/** The reference enumerates every arrangement of 12 subjects; sampled ones must tend to the same p. */
test('sampled permutations agree with every arrangement enumerated (max-t-exhaustive)', () => {
  const rows = reference.subject.map((subject, i) => ({
    subject: Number(subject.slice(1)),
    score: reference.score[i],
    label: reference.label[i],
    levels: { group: reference.group[i] },
  }))
  const settings = {
    ...defaultSettings,
    families: [{ by: ['group'], prespecified: true }],
    threshold: { rule: 'fixed' as const, value: reference.threshold },
    permutations: 20_000,
  }
  const { plan } = openAudit(frameOf(rows), settings).plans[0]
  // too small to be eligible in an audit: the tests are named by hand
  const metricOf = (name: string) => (name.startsWith('tpr') ? 'tpr' : 'fpr')
  plan.tests = reference.tests.map((name) => {
    const slice = ['A', 'B', 'C'].indexOf(name.slice(-1))
    return { family: 0, slice, column: slice, metric: metricOf(name) }
  })
  const statistics = permutationStatistics(plan, 0, settings.permutations + 1)
  reference.expected.statistic.forEach((wanted, t) => {
    expect(statistics.statistics[t]).toBeCloseTo(wanted, 12)
  })
  // standardised by the exact mean and sd: sampled ones would break ties between mirrored arrangements
  const { mean, sd, standardised, p, pAdjustedSingleStep } = reference.expected
  const drawn = statistics.statistics.subarray(plan.tests.length)
  const sizes = drawn.map((statistic, at) => Math.abs(statistic - mean[at % mean.length]) / sd[at % mean.length])
  const shareOf = (isAsLarge: (row: number) => boolean) =>
    Array.from({ length: settings.permutations }, (_, row) => row).filter(isAsLarge).length / settings.permutations
  plan.tests.forEach((_, t) => {
    const reached = standardised[t] - 1e-9
    expect(Math.abs(shareOf((row) => sizes[row * mean.length + t] >= reached) - p[t])).toBeLessThan(0.015)
    const largest = (row: number) => Math.max(...sizes.subarray(row * mean.length, (row + 1) * mean.length))
    expect(Math.abs(shareOf((row) => largest(row) >= reached) - pAdjustedSingleStep[t])).toBeLessThan(0.015)
  })
})
