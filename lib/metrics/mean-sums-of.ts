import type { MeanSums } from './mean-sums'

/**
 * The sums that inference on a mean needs; for tests and small slices.
 * @param values one finite value a row @param subject a number a row
 * @param rows the rows of the slice, in any order
 * @param centre a number near the mean, so that sums of squares do not cancel
 */
export function meanSumsOf(
  values: ArrayLike<number>,
  subject: ArrayLike<number>,
  rows: Iterable<number>,
  centre: number,
): MeanSums {
  const sums = { centre, subjects: 0, n: 0, n2: 0, n3: 0, n4: 0, total: 0, squares: 0, total2: 0, totalN: 0 }
  const bySubject = new Map<number, { n: number; total: number }>()
  for (const row of rows) {
    const deviation = values[row] - centre
    sums.total += deviation
    sums.squares += deviation ** 2
    const own = bySubject.get(subject[row]) ?? { n: 0, total: 0 }
    own.n++
    own.total += deviation
    bySubject.set(subject[row], own)
  }
  for (const { n, total } of bySubject.values()) {
    sums.subjects++
    sums.n += n
    sums.n2 += n ** 2
    sums.n3 += n ** 3
    sums.n4 += n ** 4
    sums.total2 += total ** 2
    sums.totalN += total * n
  }
  return sums
}
