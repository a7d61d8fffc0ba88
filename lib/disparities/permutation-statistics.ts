import { type RandomStream, randomStream } from '@/lib/metrics/random'
import type { PermutationPlan } from './permutation-plan'
import { testedMetrics } from './tested-metric'

/** What one range of replicates gives; replicate 0 is the observed arrangement. */
export interface PermutationStatistics {
  /** one number a replicate and test, row by row */
  statistics: Float64Array
  /** largest minus smallest slice value a replicate, family and tested metric; -1 where fewer than two have a value */
  ranges: Float64Array
}

/**
 * The test statistics of statistics.md section 8 for replicates `from` … `to`-1. Each replicate has a random stream of
 * its own, so that the numbers do not depend on how replicates are shared among threads.
 * O((to - from) x rows x families).
 */
export function permutationStatistics(plan: PermutationPlan, from: number, to: number): PermutationStatistics {
  const families = plan.familyStart.length - 1
  const perReplicate = families * testedMetrics.length
  const statistics = new Float64Array((to - from) * plan.tests.length)
  const ranges = new Float64Array((to - from) * perReplicate)
  const arrangement = Uint32Array.from(plan.cellOfSubject)
  const sums = columnSums(plan)
  for (let replicate = from; replicate < to; replicate++) {
    arrangement.set(plan.cellOfSubject)
    if (replicate > 0)
      shuffleWithinStrata(arrangement, plan.strataStart, randomStream(plan.seed, 'permutation', replicate))
    sums.fill(arrangement)
    const at = (replicate - from) * plan.tests.length
    plan.tests.forEach((test, t) => {
      statistics[at + t] = sums.statistic(test.column, test.metric)
    })
    for (let f = 0; f < families; f++) {
      testedMetrics.forEach((metric, k) => {
        ranges[(replicate - from) * perReplicate + f * testedMetrics.length + k] = sums.range(f, metric)
      })
    }
  }
  return { statistics, ranges }
}

/** Fisher-Yates inside each stratum. */
function shuffleWithinStrata(cells: Uint32Array, strataStart: Uint32Array, random: RandomStream) {
  for (let stratum = 0; stratum + 1 < strataStart.length; stratum++) {
    const start = strataStart[stratum]
    for (let i = strataStart[stratum + 1] - 1; i > start; i--) {
      const j = start + random.below(i - start + 1)
      const cell = cells[i]
      cells[i] = cells[j]
      cells[j] = cell
    }
  }
}

const transformed = (x: number, n: number) => Math.asin(Math.sqrt((x + 3 / 8) / (n + 3 / 4)))

/** Sums by slice of one arrangement, and the statistics that follow from them. */
function columnSums(plan: PermutationPlan) {
  const families = plan.familyStart.length - 1
  const columns = plan.familyStart[families]
  const byCell = new Float64Array(plan.cells * 6) // m, n, tp, fp, wins, losses
  const bySlice = new Float64Array(columns * 6)
  const all = new Float64Array(6)
  const doubleWins = new Float64Array(columns) // 2 U_gg
  const below = new Int32Array(columns) // negatives below the current score
  const isTested = testedFamilies(plan)
  const needsWins = plan.tests.some((test) => test.metric === 'auroc')

  /** Adds up an arrangement: one cell a subject. */
  function fill(cellOfSubject: Uint32Array) {
    byCell.fill(0)
    for (let s = 0; s < cellOfSubject.length; s++) {
      const o = cellOfSubject[s] * 6
      byCell[o] += plan.positives[s]
      byCell[o + 1] += plan.negatives[s]
      byCell[o + 2] += plan.truePositives[s]
      byCell[o + 3] += plan.falsePositives[s]
      byCell[o + 4] += plan.wins[s]
      byCell[o + 5] += plan.losses[s]
    }
    bySlice.fill(0)
    all.fill(0)
    for (let cell = 0; cell < plan.cells; cell++) {
      for (let i = 0; i < 6; i++) {
        all[i] += byCell[cell * 6 + i]
        for (let f = 0; f < families; f++)
          bySlice[plan.slicesOfCell[cell * families + f] * 6 + i] += byCell[cell * 6 + i]
      }
    }
    if (needsWins) fillWins(cellOfSubject)
  }

  /** U_gg needs the rows in score order, with one counter a slice. */
  function fillWins(cellOfSubject: Uint32Array) {
    const { events, slicesOfCell } = plan
    doubleWins.fill(0)
    below.fill(0)
    for (let i = 0; i < events.length; i++) {
      const event = events[i]
      const at = cellOfSubject[event >>> 2] * families
      const weight = event & 3
      if (weight === 0) for (let f = 0; f < families; f++) below[slicesOfCell[at + f]]++
      else for (let f = 0; f < families; f++) doubleWins[slicesOfCell[at + f]] += weight * below[slicesOfCell[at + f]]
    }
  }

  function value(column: number, metric: string): number | undefined {
    const o = column * 6
    if (metric === 'tpr') return bySlice[o] > 0 ? bySlice[o + 2] / bySlice[o] : undefined
    if (metric === 'fpr') return bySlice[o + 1] > 0 ? bySlice[o + 3] / bySlice[o + 1] : undefined
    const pairs = bySlice[o] * bySlice[o + 1]
    return pairs > 0 ? doubleWins[column] / 2 / pairs : undefined
  }

  /** Difference of the transformed values of a slice and its complement; 0 where undefined. */
  function statistic(column: number, metric: string): number {
    const o = column * 6
    const [m, n, tp, fp] = [bySlice[o], bySlice[o + 1], bySlice[o + 2], bySlice[o + 3]]
    if (metric === 'tpr') return m > 0 && all[0] > m ? transformed(tp, m) - transformed(all[2] - tp, all[0] - m) : 0
    if (metric === 'fpr') return n > 0 && all[1] > n ? transformed(fp, n) - transformed(all[3] - fp, all[1] - n) : 0
    const complementPairs = (all[0] - m) * (all[1] - n)
    if (m * n === 0 || complementPairs === 0) return 0
    const own = doubleWins[column] / 2
    const complement = all[4] - bySlice[o + 4] - bySlice[o + 5] + own
    return (
      Math.asin(Math.sqrt(Math.min(1, own / (m * n)))) -
      Math.asin(Math.sqrt(Math.min(1, Math.max(0, complement / complementPairs))))
    )
  }

  /** Largest minus smallest value among the slices of a family that the observed arrangement allows to estimate. */
  function range(family: number, metric: (typeof testedMetrics)[number]): number {
    let [low, high, found] = [Infinity, -Infinity, 0]
    for (const column of isTested[family][metric]) {
      const own = value(column, metric)
      if (own === undefined) continue
      low = Math.min(low, own)
      high = Math.max(high, own)
      found++
    }
    return found > 1 ? high - low : -1
  }
  return { fill, statistic, range }
}

/** The columns of each family and metric whose range is followed: those with a test, and the mirror of a sole one. */
function testedFamilies(plan: PermutationPlan) {
  return plan.familyStart.slice(0, -1).map((start, f) => {
    const columnsOf = (metric: string) => {
      const columns = plan.tests
        .filter((test) => test.family === f && test.metric === metric)
        .map((test) => test.column)
      const mirror = plan.mirrors[f]
      return mirror && columns.length === 1 ? [start + mirror.of, start + mirror.slice] : columns
    }
    return { auroc: columnsOf('auroc'), tpr: columnsOf('tpr'), fpr: columnsOf('fpr') }
  })
}
