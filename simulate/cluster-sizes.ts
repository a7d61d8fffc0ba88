import type { RandomStream } from '@/lib/metrics/random'

/**
 * Images of a patient as in the NIH chest X-ray test set (6,187 patients; mean 3.6, median 1, largest 184): the largest
 * size of each step, and how many of 10,000 patients have at most so many. Sizes inside a step are equally likely.
 */
const steps: readonly (readonly [size: number, patients: number])[] = [
  [1, 5662],
  [2, 6982],
  [3, 7679],
  [4, 8088],
  [5, 8426],
  [6, 8675],
  [8, 9042],
  [10, 9292],
  [12, 9460],
  [15, 9619],
  [20, 9746],
  [25, 9825],
  [30, 9877],
  [40, 9932],
  [60, 9968],
  [80, 9990],
  [120, 9998],
  [184, 10000],
]

/** The number of images of one patient. */
export function clusterSize(random: RandomStream): number {
  const patient = random.below(10_000)
  const step = steps.findIndex(([, patients]) => patient < patients)
  const smallest = step === 0 ? 1 : steps[step - 1][0] + 1
  return smallest + random.below(steps[step][0] - smallest + 1)
}
