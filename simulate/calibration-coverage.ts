import { calibrationSlope } from '@/lib/metrics/calibration-interval'
import { normalQuantile } from '@/lib/metrics/normal-quantile'
import type { RandomStream } from '@/lib/metrics/random'
import { clusterSize } from './cluster-sizes'
import { covers } from './coverage'
import type { Experiment } from './experiment'

/** Patients that have 50 events on average: 3.6 images each, 28 % of them events. */
const subjects = 48
const fewest = 10 // events, non-events and subjects: with fewer the audit shows no slope (statistics.md section 1)

/**
 * The slope of perfectly calibrated probabilities is 1. Logits are normal, mean -1.2 and SD 1.2; a share `icc` of their
 * variance is the patient's own, and likewise of the latent normal that turns a probability into a label (a Gaussian
 * copula, so that each label keeps its probability).
 */
function calibrationExperiment(icc: number): Experiment {
  return {
    name: `calibration slope ICC ${icc}`,
    claims: [{ quantity: 'calibration slope', setting: `50 events, ICC ${icc}`, low: 92, high: 98 }],
    replicates: 2000,
    quickReplicates: 250,
    trial: (random) => {
      const { probability, label, subject } = calibratedRows(random, icc)
      const events = label.reduce((sum, y) => sum + y, 0)
      if (events < fewest || label.length - events < fewest) return [undefined]
      const slope = calibrationSlope(probability, label, subject, Uint32Array.from(label.keys()))
      return [slope && covers(slope, 1)]
    },
  }
}

function calibratedRows(random: RandomStream, icc: number) {
  const rows = Array.from({ length: subjects }, (_, subject) => {
    const [ownLogit, ownLatent] = [Math.sqrt(icc) * random.normal(), Math.sqrt(icc) * random.normal()]
    return Array.from({ length: clusterSize(random) }, () => {
      const logit = -1.2 + 1.2 * (ownLogit + Math.sqrt(1 - icc) * random.normal())
      const probability = 1 / (1 + Math.exp(-logit))
      const latent = ownLatent + Math.sqrt(1 - icc) * random.normal()
      return { subject, probability, label: latent < normalQuantile(probability) ? 1 : 0 }
    })
  }).flat()
  return {
    probability: Float64Array.from(rows, (row) => row.probability),
    label: Uint8Array.from(rows, (row) => row.label),
    subject: Uint32Array.from(rows, (row) => row.subject),
  }
}

export const calibrationExperiments: Experiment[] = [0.1, 0.5].map(calibrationExperiment)
