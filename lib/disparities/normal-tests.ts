import { benjaminiHochberg } from '@/lib/metrics/benjamini-hochberg'
import { holm } from '@/lib/metrics/holm'
import { normalMaxT } from '@/lib/metrics/normal-max-t'
import { normalQuantile } from '@/lib/metrics/normal-quantile'
import { nullTest } from '@/lib/metrics/null-test'
import { randomStream } from '@/lib/metrics/random'
import type { DisaggregatedFamily, PreparedEvaluation } from './disaggregate'
import { nullVariances } from './null-variances'
import type { OwnInfluences } from './own-influences'
import { chanceOf } from './permutation-tests'
import type { GapByChance, SliceTest, TestedView } from './slice-test'
import { type NormalTest, testCorrelations } from './test-correlations'
import { testedMetrics } from './tested-metric'

const draws = 10_000
/** More tests than this are adjusted by Holm: their correlation matrix would have millions of cells. */
export const mostCorrelated = 600

/** A test with its statistic under the normal approximation. */
interface Evidence extends NormalTest {
  z: number
  p: number
}

/**
 * Tests by the normal approximation (statistics.md section 9), for row-level attributes and very large data.
 * @param families indices of `own` and of the result
 * @param isPrespecified as in `permutationTests`
 */
export function normalTests(
  evaluation: PreparedEvaluation,
  families: readonly DisaggregatedFamily[],
  own: readonly OwnInfluences[],
  seed: number,
  isPrespecified: (family: number) => boolean,
): TestedView {
  const evidence = families.flatMap((_, f) => familyEvidence(evaluation, families, f))
  const declared = evidence.filter((test) => isPrespecified(test.family))
  const ownSet = adjusted(evaluation, families, own, declared, seed)
  const all = declared.length === evidence.length ? ownSet : adjusted(evaluation, families, own, evidence, seed)
  const tests = evidence.map((test): SliceTest => {
    const set = isPrespecified(test.family) ? ownSet : all
    const at = set.members.indexOf(test)
    return {
      family: test.family,
      slice: test.slice,
      metric: test.metric,
      t: Math.abs(test.z),
      sign: Math.sign(test.z),
      p: test.p,
      pAdjusted: Math.max(test.p, set.adjusted[at]),
      pBH: set.pBH[at],
      pHolm: set.pHolm[at],
      adjustment: 'normal-max-t',
      critical: set.critical,
    }
  })
  const mirrored = tests.flatMap((test) => {
    const mirror = mirrorOf(families[test.family])
    return mirror?.of === test.slice ? [test, { ...test, slice: mirror.slice, sign: -test.sign }] : [test]
  })
  return { tests: mirrored, chance: families.flatMap((_, f) => familyChance(evaluation, families[f], f, seed)) }
}

/** Of exactly two slices with labelled rows, the one that has the other's test turned round. */
function mirrorOf({ pairs }: DisaggregatedFamily): { slice: number; of: number } | undefined {
  const [of, slice, third] = [...pairs.keys()].filter((own) => pairs[own].slice.confusion.accuracy.n > 0)
  return slice !== undefined && third === undefined ? { slice, of } : undefined
}

/** The eligible tests of a family: both arms estimated; the mirror of a two-slice family left out. */
function familyEvidence(
  evaluation: PreparedEvaluation,
  families: readonly DisaggregatedFamily[],
  family: number,
): Evidence[] {
  const { pairs } = families[family]
  const mirror = mirrorOf(families[family])
  return pairs.flatMap((pair, slice) =>
    mirror?.slice === slice
      ? []
      : testedMetrics.flatMap((metric): Evidence[] => {
          const [first, second] = [pair.sliceEstimates[metric], pair.comparatorEstimates[metric]]
          if (first?.status !== 'estimated' || second?.status !== 'estimated') return []
          const variances = nullVariances(evaluation, pair, metric)
          if (!variances) return []
          const difference = first.estimate.value - second.estimate.value
          const test = nullTest(difference, variances.slice, variances.comparator, variances.covariance)
          return test ? [{ family, slice, metric, z: test.z, p: test.p }] : []
        }),
  )
}

function adjusted(
  evaluation: PreparedEvaluation,
  families: readonly DisaggregatedFamily[],
  own: readonly OwnInfluences[],
  members: Evidence[],
  seed: number,
) {
  const p = Float64Array.from(members, (test) => test.p)
  const z = Float64Array.from(members, (test) => test.z)
  const pHolm = holm(p)
  // Holm is the stricter of the two: for so many tests it spares a correlation matrix of millions of cells
  if (members.length > mostCorrelated) {
    return {
      members,
      adjusted: pHolm,
      pBH: benjaminiHochberg(p),
      pHolm,
      critical: -normalQuantile(0.025 / members.length),
    }
  }
  const correlations = testCorrelations(evaluation, families, own, members)
  const { adjusted: pAdjusted, critical } = normalMaxT(z, correlations, randomStream(seed, 'normal', 0), draws)
  return { members, adjusted: pAdjusted, pBH: benjaminiHochberg(p), pHolm, critical }
}

/** Ranges of slice values drawn from N(m0, V): what the largest gap of a family would be by chance. */
function familyChance(
  evaluation: PreparedEvaluation,
  { pairs }: DisaggregatedFamily,
  family: number,
  seed: number,
): GapByChance[] {
  return testedMetrics.flatMap((metric): GapByChance[] => {
    const spread: number[] = []
    const values: number[] = []
    for (const pair of pairs) {
      const estimate = pair.sliceEstimates[metric]
      const variances = estimate?.status === 'estimated' ? nullVariances(evaluation, pair, metric) : undefined
      if (estimate?.status !== 'estimated' || !variances) continue
      values.push(estimate.estimate.value)
      spread.push(Math.sqrt(variances.slice.variance))
    }
    if (values.length < 2) return []
    const random = randomStream(seed, `range/${metric}`, family)
    const ranges = Float64Array.from({ length: draws }, () => {
      let [low, high] = [Infinity, -Infinity]
      for (const sd of spread) {
        const drawn = sd * random.normal()
        low = Math.min(low, drawn)
        high = Math.max(high, drawn)
      }
      return high - low
    })
    return [{ family, metric, ...chanceOf(Math.max(...values) - Math.min(...values), ranges) }]
  })
}
