import { cholesky, correlatedNormals } from './cholesky'
import { type MaxTPValues, maxTStepDown } from './max-t-step-down'
import type { RandomStream } from './random'

/** Adjusted p-values and the 95% quantile of max |Z| over all tests. */
export interface NormalMaxT extends MaxTPValues {
  critical: number
}

/**
 * Step-down max-T on draws of N(0, R), for row-level attributes and very large evaluations (statistics.md section 9;
 * Chernozhukov, Chetverikov and Kato 2013; Romano and Wolf 2005). Cost: draws x K^2 / 2 products.
 * @param z of each test, K; its sign does not matter
 * @param correlations R, K x K, row by row, 1 on the diagonal; need not be of full rank
 * @returns `p` counts draws too: report the p of the t test (`nullTest`) instead
 */
export function normalMaxT(
  z: Float64Array,
  correlations: Float64Array,
  random: RandomStream,
  draws = 10_000,
): NormalMaxT {
  const tests = z.length
  const lower = unitRows(cholesky(correlations), tests)
  const [normals, drawn] = [new Float64Array(tests), new Float64Array(tests)]
  const replicates = new Float64Array(draws * tests)
  const largest = new Float64Array(draws)
  for (let draw = 0; draw < draws; draw++) {
    for (let test = 0; test < tests; test++) normals[test] = random.normal()
    correlatedNormals(lower, normals, drawn)
    for (let test = 0; test < tests; test++) {
      const size = Math.abs(drawn[test])
      replicates[draw * tests + test] = size
      if (size > largest[draw]) largest[draw] = size
    }
  }
  const critical = largest.sort()[Math.ceil(0.95 * (draws + 1)) - 1]
  return { ...maxTStepDown(z.map(Math.abs), replicates), critical }
}

/** Rows scaled to length 1, so that each draw has variance 1 though R was only nearly a correlation matrix. */
function unitRows(lower: Float64Array, size: number): Float64Array {
  for (let row = 0; row < size; row++) {
    const cells = lower.subarray(row * size, (row + 1) * size)
    const length = Math.hypot(...cells)
    if (length > 0) for (let column = 0; column < size; column++) cells[column] /= length
    else cells[row] = 1
  }
  return lower
}
