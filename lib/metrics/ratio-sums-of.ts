import type { RatioCrossSums, RatioSums } from './ratio-sums'

/** n_s and a_s of each subject that has rows in the denominator. */
export type SubjectCounts = Map<number, { n: number; events: number }>

/**
 * Counts by subject of a ratio metric; for tests and small slices, the kernels of lib/disparities do it for many.
 * @param denominator and numerator 0 or 1 a row @param subject a number a row
 * @param rows the rows of the slice, in any order
 */
export function subjectCounts(
  denominator: ArrayLike<number>,
  numerator: ArrayLike<number>,
  subject: ArrayLike<number>,
  rows: Iterable<number>,
): SubjectCounts {
  const counts: SubjectCounts = new Map()
  for (const row of rows) {
    if (denominator[row] === 0) continue
    const count = counts.get(subject[row]) ?? { n: 0, events: 0 }
    count.n++
    count.events += numerator[row]
    counts.set(subject[row], count)
  }
  return counts
}

/** The moments of the counts that inference needs. */
export function ratioSumsOf(counts: SubjectCounts): RatioSums {
  const sums = { subjects: 0, n: 0, events: 0, n2: 0, n3: 0, n4: 0, events2: 0, eventsN: 0 }
  for (const { n, events } of counts.values()) {
    sums.subjects++
    sums.n += n
    sums.events += events
    sums.n2 += n ** 2
    sums.n3 += n ** 3
    sums.n4 += n ** 4
    sums.events2 += events ** 2
    sums.eventsN += events * n
  }
  return sums
}

/** The products over the subjects of two slices. */
export function ratioCrossSumsOf(first: SubjectCounts, second: SubjectCounts): RatioCrossSums {
  const cross = { subjects: new Set([...first.keys(), ...second.keys()]).size, aa: 0, an: 0, na: 0, nn: 0 }
  for (const [subject, one] of first) {
    const other = second.get(subject)
    if (other === undefined) continue
    cross.aa += one.events * other.events
    cross.an += one.events * other.n
    cross.na += one.n * other.events
    cross.nn += one.n * other.n
  }
  return cross
}
