import type { RandomStream } from '@/lib/metrics/random'
import { clusteredSubjects } from './clustered-subjects'
import { coverageOf } from './coverage'
import type { Experiment } from './experiment'
import { ownRate } from './own-rate'
import { measuredSlice, type SimulatedRow } from './slice-and-rest'

/**
 * Proportions of clustered rows, and their difference to everyone else, measured as sensitivities: all labels are 1.
 * Each patient has a rate of its own (`ownRate`).
 * @param share undefined: each patient is in the slice or not; else the share of each patient's rows that is in it
 */
function proportionExperiment(subjects: number, p: number, icc: number, share?: number): Experiment {
  const setting = `${subjects} subjects, p ${p}, ICC ${icc}`
  const difference = {
    quantity: share === undefined ? 'difference of proportions' : 'difference, subjects in both',
    setting: share === undefined ? setting : `proportions, ${setting}`,
    low: 93,
    high: 99.5,
  }
  return {
    name: `proportion ${setting}${share === undefined ? '' : ` shared ${share}`}`,
    claims:
      share === undefined
        ? [{ quantity: 'proportion, clustered', setting, low: 93, high: 99 }, difference]
        : [difference],
    replicates: 2000,
    quickReplicates: 250,
    trial: (random) => {
      const covered = coverageOf(measuredSlice(proportionRows(random, subjects, p, icc, share)), 'tpr', p)
      return share === undefined ? covered : covered.slice(1)
    },
  }
}

function proportionRows(random: RandomStream, inSlice: number, p: number, icc: number, share?: number): SimulatedRow[] {
  return clusteredSubjects(random, inSlice).flatMap(({ subject, images, isInSlice }) => {
    const rate = ownRate(random, p, icc)
    return Array.from({ length: images }, () => ({
      subject,
      isInSlice: share === undefined ? isInSlice : random.uniform() < share,
      score: 0,
      label: 1,
      decision: random.uniform() < rate ? 1 : 0,
    }))
  })
}

export const proportionExperiments: Experiment[] = [
  ...[14, 56].flatMap((subjects) =>
    [0.1, 0.5].flatMap((p) => [0.1, 0.5].map((icc) => proportionExperiment(subjects, p, icc))),
  ),
  proportionExperiment(56, 0.1, 0.5, 0.3),
]
