import { normalQuantile } from '@/lib/metrics/normal-quantile'
import type { RandomStream } from '@/lib/metrics/random'
import { clusteredSubjects } from './clustered-subjects'
import { coverageOf } from './coverage'
import type { Experiment } from './experiment'
import { measuredSlice, type SimulatedRow } from './slice-and-rest'

/** Patients that have 50 and 200 images of each class on average. */
const subjectsFor = { 50: 28, 200: 110 } as const

/**
 * AUROCs of clustered rows, and their difference to everyone else. A row is positive or negative with equal chance; its
 * score is normal, the positives' mean raised; a share `icc` of the variance is the patient's own.
 * @param share undefined: each patient is in the slice or not; else the share of each patient's rows that is in it
 */
function aurocExperiment(aClass: 50 | 200, area: number, icc: number, share?: number): Experiment {
  const setting = `${aClass} a class, A ${area}, ICC ${icc}`
  const difference = {
    quantity: share === undefined ? 'difference of AUROCs' : 'difference, subjects in both',
    setting: share === undefined ? setting : `AUROCs, ${setting}`,
    low: 93,
    high: 99.5,
  }
  return {
    name: `AUROC ${setting}${share === undefined ? '' : ` shared ${share}`}`,
    claims:
      share === undefined ? [{ quantity: 'AUROC, clustered', setting, low: 93, high: 98 }, difference] : [difference],
    replicates: 2000,
    quickReplicates: 250,
    trial: (random) => {
      const rows = aurocRows(random, subjectsFor[aClass], area, icc, share)
      const covered = coverageOf(measuredSlice(rows), 'auroc', area)
      return share === undefined ? covered : covered.slice(1)
    },
  }
}

function aurocRows(random: RandomStream, inSlice: number, area: number, icc: number, share?: number): SimulatedRow[] {
  const raised = Math.SQRT2 * normalQuantile(area)
  return clusteredSubjects(random, inSlice).flatMap(({ subject, images, isInSlice }) => {
    const own = Math.sqrt(icc) * random.normal()
    return Array.from({ length: images }, () => {
      const label = random.below(2)
      return {
        subject,
        isInSlice: share === undefined ? isInSlice : random.uniform() < share,
        score: raised * label + own + Math.sqrt(1 - icc) * random.normal(),
        label,
        decision: 0,
      }
    })
  })
}

export const aurocExperiments: Experiment[] = [
  ...([50, 200] as const).flatMap((aClass) =>
    [0.7, 0.9].flatMap((area) => [0.1, 0.5].map((icc) => aurocExperiment(aClass, area, icc))),
  ),
  aurocExperiment(50, 0.9, 0.5, 0.3),
]
