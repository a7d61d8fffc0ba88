import { z975 } from '@/lib/metrics/constants'
import { ratioIcc } from '@/lib/metrics/ratio-icc'
import { ratioInterval } from '@/lib/metrics/ratio-interval'
import type { RatioSums } from '@/lib/metrics/ratio-sums'
import { covers } from './coverage'
import type { Experiment } from './experiment'

/** Sums of n patients with one row each, of whom `events` are in the numerator. */
function singleRows(n: number, events: number): RatioSums {
  return { subjects: n, n, events, n2: n, n3: n, n4: n, events2: events, eventsN: events }
}

/**
 * How often Wilson's interval covers p, summed over the binomial distribution: it does so exactly where the score test
 * does not reject, |x/n - p| <= z sqrt(p(1-p)/n). Written without the interval, to be independent of it.
 * @returns per cent
 */
export function exactWilsonCoverage(n: number, p: number): number {
  let [chance, covered] = [(1 - p) ** n, 0]
  for (let x = 0; x <= n; x++) {
    if (Math.abs(x / n - p) <= z975 * Math.sqrt((p * (1 - p)) / n)) covered += chance
    chance *= ((n - x) / (x + 1)) * (p / (1 - p))
  }
  return 100 * covered
}

/** Proportions of patients with one row each: cheap, so ten times as many data sets narrow the Monte Carlo error. */
function singleRowExperiment(n: number, p: number): Experiment {
  const exact = exactWilsonCoverage(n, p)
  const setting = `n ${n}, p ${p} (Wilson, exact: ${exact.toFixed(2)})`
  return {
    name: `single rows n ${n} p ${p}`,
    claims: [{ quantity: 'proportion, single rows', setting, low: exact - 1, high: Math.min(100, exact + 1) }],
    replicates: 20_000,
    quickReplicates: 2000,
    trial: (random) => {
      let events = 0
      for (let row = 0; row < n; row++) events += random.uniform() < p ? 1 : 0
      const sums = singleRows(n, events)
      const interval = ratioInterval(sums, ratioIcc(sums))
      return [interval && covers(interval, p)]
    },
  }
}

export const singleRowExperiments: Experiment[] = [10, 50, 200].flatMap((n) =>
  [0.02, 0.1, 0.5].map((p) => singleRowExperiment(n, p)),
)
