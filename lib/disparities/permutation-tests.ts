import { benjaminiHochberg } from '@/lib/metrics/benjamini-hochberg'
import { maxTStepDown } from '@/lib/metrics/max-t-step-down'
import { standardisedStatistics } from '@/lib/metrics/standardised-statistics'
import type { PermutationPlan } from './permutation-plan'
import type { PermutationStatistics } from './permutation-statistics'
import type { GapByChance, SliceTest, TestedView } from './slice-test'
import { testedMetrics } from './tested-metric'

/**
 * p-values of all tests of a plan (statistics.md section 8, points 5 and 6). Families and slices are those of the plan.
 * @param parts statistics of replicates 0 … B in order, as threads returned them; replicate 0 is the observed one
 * @param isPrespecified whether a family was declared before the evaluation was looked at: those are tested with one
 *   another, exploratory ones together with all
 */
export function permutationTests(
  plan: PermutationPlan,
  parts: readonly PermutationStatistics[],
  isPrespecified: (family: number) => boolean,
): TestedView {
  const { tests } = plan
  const statistics = joined(parts.map((part) => part.statistics))
  const standardised = standardisedStatistics(statistics.slice(0, tests.length), statistics.subarray(tests.length))
  const testable = tests.map((_, t) => t).filter((t) => standardised.isTestable[t] === 1)
  const declared = testable.filter((t) => isPrespecified(tests[t].family))
  const own = adjusted(standardised, tests.length, declared)
  const all = declared.length === testable.length ? own : adjusted(standardised, tests.length, testable)
  const slices = testable.map((t): SliceTest => {
    const set = isPrespecified(tests[t].family) ? own : all
    const at = set.members.indexOf(t)
    return {
      family: tests[t].family,
      slice: tests[t].slice,
      metric: tests[t].metric,
      t: standardised.observed[t],
      sign: Math.sign(statistics[t] - standardised.mean[t]),
      p: set.p[at],
      pAdjusted: set.adjusted[at],
      pBH: set.pBH[at],
      pHolm: undefined,
      adjustment: 'permutation-max-t',
      critical: set.critical,
    }
  })
  return { tests: withMirrors(plan, slices), chance: gapsByChance(plan, joined(parts.map((part) => part.ranges))) }
}

function joined(parts: Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function adjusted(
  standardised: { observed: Float64Array; replicates: Float64Array },
  width: number,
  members: number[],
) {
  const rows = width === 0 ? 0 : standardised.replicates.length / width
  const replicates = new Float64Array(rows * members.length)
  const largest = new Float64Array(rows)
  for (let row = 0; row < rows; row++) {
    members.forEach((t, i) => {
      const size = standardised.replicates[row * width + t]
      replicates[row * members.length + i] = size
      if (size > largest[row]) largest[row] = size
    })
  }
  const observed = Float64Array.from(members, (t) => standardised.observed[t])
  const values = maxTStepDown(observed, replicates)
  const critical = largest.sort()[Math.min(rows - 1, Math.ceil(0.95 * (rows + 1)) - 1)] ?? 0
  return { members, ...values, pBH: benjaminiHochberg(values.p), critical }
}

/** The second of two slices has the test of the first, turned round. */
function withMirrors(plan: PermutationPlan, tests: SliceTest[]): SliceTest[] {
  return tests.flatMap((test) => {
    const mirror = plan.mirrors[test.family]
    return mirror && test.slice === mirror.of ? [test, { ...test, slice: mirror.slice, sign: -test.sign }] : [test]
  })
}

function gapsByChance(plan: PermutationPlan, ranges: Float64Array): GapByChance[] {
  const width = (plan.familyStart.length - 1) * testedMetrics.length
  const rows = width === 0 ? 0 : ranges.length / width
  return plan.familyStart.slice(1).flatMap((_, family) =>
    testedMetrics.flatMap((metric, k): GapByChance[] => {
      const at = family * testedMetrics.length + k
      const drawn = Float64Array.from({ length: rows - 1 }, (_, row) => ranges[(row + 1) * width + at]).filter(
        (range) => range >= 0,
      )
      return ranges[at] < 0 || drawn.length === 0 ? [] : [{ family, metric, ...chanceOf(ranges[at], drawn) }]
    }),
  )
}

/** Mean and 95th percentile of ranges drawn by chance, and p of the observed one. */
export function chanceOf(observed: number, drawn: Float64Array): { mean: number; p95: number; p: number } {
  const sorted = drawn.slice().sort()
  const reached = sorted.filter((range) => range >= observed - 1e-9).length
  return {
    mean: sorted.reduce((sum, range) => sum + range, 0) / sorted.length,
    p95: sorted[Math.min(sorted.length - 1, Math.ceil(0.95 * sorted.length) - 1)],
    p: (1 + reached) / (sorted.length + 1),
  }
}
