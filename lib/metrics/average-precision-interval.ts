import { averagePrecision } from './average-precision'
import { extraDegrees } from './constants'
import { effectiveNumber } from './effective-number'
import type { Estimate } from './interval'
import type { RandomStream } from './random'
import { studentQuantile } from './student-quantile'

/**
 * Average precision with its interval (statistics.md section 3): subjects resampled, standard error of logit AP (AP
 * clamped to [1e-6, 1-1e-6]), t with nu+5 degrees, nu from the positives of each subject with r = 1. Resamples without
 * a positive are drawn again. O(resamples x rows).
 * @param score finite, one a row @param label 0 or 1 a row @param subject a number a row
 * @param rows the rows of the slice, by ascending score
 * @param random the stream of each resample: `randomStream(seed, 'average-precision', replicate)`
 * @returns `undefined` with fewer than two subjects with positives
 */
export function averagePrecisionInterval(
  score: Float64Array,
  label: Uint8Array,
  subject: ArrayLike<number>,
  rows: Uint32Array,
  random: (replicate: number) => RandomStream,
  resamples = 1000,
): Estimate | undefined {
  const value = averagePrecision(score, label, rows)
  const { place, positives } = subjectPlaces(label, subject, rows)
  if (value === undefined || positives.filter((count) => count > 0).length < 2) return undefined
  const times = new Uint32Array(positives.length)
  const weight = (row: number) => times[place[row]]
  const logits = Float64Array.from({ length: resamples }, (_, replicate) => {
    const stream = random(replicate)
    let area: number | undefined
    while (area === undefined) {
      times.fill(0)
      for (let draw = 0; draw < times.length; draw++) times[stream.below(times.length)]++
      area = averagePrecision(score, label, rows, weight)
    }
    return logit(area)
  })
  const mean = logits.reduce((sum, x) => sum + x, 0) / resamples
  const squares = logits.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (resamples - 1)
  const power = (exponent: number) => positives.reduce((sum, count) => sum + count ** exponent, 0)
  const nu = effectiveNumber({ sum: power(1), sum2: power(2), sum3: power(3), sum4: power(4) }, 1)
  const half = studentQuantile(0.975, nu + extraDegrees) * Math.sqrt(squares)
  const clamped = Math.min(1 - 1e-6, Math.max(1e-6, value))
  return {
    value,
    low: Math.min(value, 1 / (1 + Math.exp(half - logit(value)))),
    high: Math.max(value, 1 / (1 + Math.exp(-half - logit(value)))),
    nEff: null,
    df: nu + extraDegrees,
    method: 'subject-bootstrap-logit',
    variance: squares * (clamped * (1 - clamped)) ** 2,
    nu,
    designEffect: 1,
  }
}

function logit(area: number): number {
  const clamped = Math.min(1 - 1e-6, Math.max(1e-6, area))
  return Math.log(clamped / (1 - clamped))
}

/** Each row's subject as 0 … S-1 in ascending order of subject numbers, and the subjects' positives. */
function subjectPlaces(label: Uint8Array, subject: ArrayLike<number>, rows: Uint32Array) {
  const numbers = [...new Set(Array.from(rows, (row) => subject[row]))].sort((first, second) => first - second)
  const placeOf = new Map(numbers.map((number, place) => [number, place]))
  const place = new Uint32Array(label.length)
  const positives = new Array<number>(numbers.length).fill(0)
  for (const row of rows) {
    place[row] = placeOf.get(subject[row]) ?? 0
    positives[place[row]] += label[row]
  }
  return { place, positives }
}
