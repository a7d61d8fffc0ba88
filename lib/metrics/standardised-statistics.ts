/** Statistics divided by their permutation spread, so that tests of unlike precision compare. */
export interface StandardisedStatistics {
  /** T of each test, K; 0 or more, 0 for a test that is not testable */
  observed: Float64Array
  /** T of each permutation, B rows of K */
  replicates: Float64Array
  /** mean and sd over the permutations and the observed arrangement, divisor B + 1 */
  mean: Float64Array
  sd: Float64Array
  /** 1 where the statistic varies at all, else 0 */
  isTestable: Uint8Array
}

/**
 * T = |stat - mean| / sd of each test and permutation (statistics.md section 8.5).
 * @param observed statistics, K
 * @param replicates B rows of K; overwritten with their T, since a copy of B x K numbers would cost as much again
 */
export function standardisedStatistics(observed: Float64Array, replicates: Float64Array): StandardisedStatistics {
  const tests = observed.length
  const rows = tests === 0 ? 0 : replicates.length / tests
  const mean = observed.slice()
  for (let at = 0; at < replicates.length; at++) mean[at % tests] += replicates[at]
  for (let test = 0; test < tests; test++) mean[test] /= rows + 1
  const sd = observed.map((statistic, test) => (statistic - mean[test]) ** 2)
  for (let at = 0; at < replicates.length; at++) sd[at % tests] += (replicates[at] - mean[at % tests]) ** 2
  for (let test = 0; test < tests; test++) sd[test] = Math.sqrt(sd[test] / (rows + 1))
  const isTestable = Uint8Array.from(sd, (spread) => (spread > 1e-12 ? 1 : 0))
  const standardise = (statistic: number, test: number) =>
    isTestable[test] === 1 ? Math.abs(statistic - mean[test]) / sd[test] : 0
  for (let at = 0; at < replicates.length; at++) replicates[at] = standardise(replicates[at], at % tests)
  return { observed: observed.map(standardise), replicates, mean, sd, isTestable }
}
