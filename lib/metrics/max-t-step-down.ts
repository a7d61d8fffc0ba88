/** p-values of K tests, each within (0,1]. */
export interface MaxTPValues {
  /** of each test alone */
  p: Float64Array
  /** adjusted for all K tests: the chance that any of them would stand out so much by chance */
  adjusted: Float64Array
}

/** Statistics that differ only by rounding count as equal. */
const tolerance = 1e-9

/**
 * Westfall and Young's (1993) step-down max-T: tests ordered by T, the maximum taken over the remaining ones, then a
 * running maximum; p = (1 + #{T_b >= T - 1e-9})/(B + 1) (statistics.md section 8.6).
 * @param observed T, K numbers, 0 or more
 * @param replicates T of B permutations or draws, B rows of K
 */
export function maxTStepDown(observed: Float64Array, replicates: Float64Array): MaxTPValues {
  const tests = observed.length
  const rows = tests === 0 ? 0 : replicates.length / tests
  const rising = Uint32Array.from(observed.keys()).sort((first, second) => observed[first] - observed[second])
  const [alone, among] = [new Float64Array(tests), new Float64Array(tests)]
  for (let row = 0; row < rows; row++) {
    let largest = Number.NEGATIVE_INFINITY
    for (const test of rising) {
      const statistic = replicates[row * tests + test]
      const threshold = observed[test] - tolerance
      if (statistic > largest) largest = statistic
      if (statistic >= threshold) alone[test]++
      if (largest >= threshold) among[test]++
    }
  }
  const share = (count: number) => (1 + count) / (rows + 1)
  const adjusted = among.map(share)
  let running = 0
  for (const test of rising.reverse()) {
    running = Math.max(running, adjusted[test])
    adjusted[test] = running
  }
  return { p: alone.map(share), adjusted }
}
