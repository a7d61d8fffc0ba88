import type { RatioCrossSums, RatioSums } from '@/lib/metrics/ratio-sums'
import type { EvaluationFrame } from './evaluation-frame'
import { unlabelledClear } from './outcome'
import { outside, type SliceFamily } from './slice-family'

/** The ratio metrics that are sums of confusion counts; `jaccard` is TP/(TP+FP+FN), from which F1 follows. */
export const ratioKeys = ['tpr', 'fpr', 'ppv', 'npv', 'accuracy', 'selection_rate', 'prevalence', 'jaccard'] as const
export type RatioKey = (typeof ratioKeys)[number]

const moments = 8 // subjects, n, events, n2, n3, n4, events2, eventsN
const crosses = 5 // subjects in both, aa, an, na, nn
const width = ratioKeys.length * moments
const stride = width + 5 // the products of TPR with FPR stand behind the moments
const crossWidth = ratioKeys.length * crosses

/** Sums by subject for a slice and for everyone else in its family. */
export interface ConfusionSums {
  slice: Record<RatioKey, RatioSums>
  complement: Record<RatioKey, RatioSums>
  /** over the subjects that are in both */
  cross: Record<RatioKey, RatioCrossSums>
  /** between TPR and FPR inside the slice, for balanced accuracy; `nn` is the sum of m_s n_s */
  tprFpr: RatioCrossSums
  complementTprFpr: RatioCrossSums
  /** rows without a label: those with decision 0 and with decision 1 */
  unlabelled: { clear: number; flagged: number }
  /** true when no subject has rows both in the slice and in its complement */
  isApart: boolean
}

/**
 * Adds one subject's moments of every ratio metric. Written out: it runs once a subject and family, and a loop over the
 * metrics took twice as long.
 */
function addMoments(sums: Float64Array, at: number, tn: number, fp: number, fn: number, tp: number) {
  const [m, n, flagged, cleared] = [tp + fn, fp + tn, tp + fp, tn + fn]
  add(sums, at, tp, m)
  add(sums, at + moments, fp, n)
  add(sums, at + 2 * moments, tp, flagged)
  add(sums, at + 3 * moments, tn, cleared)
  add(sums, at + 4 * moments, tp + tn, m + n)
  add(sums, at + 5 * moments, flagged, m + n)
  add(sums, at + 6 * moments, m, m + n)
  add(sums, at + 7 * moments, tp, m + fp)
}

function add(sums: Float64Array, o: number, a: number, n: number) {
  if (n === 0) return
  const nn = n * n
  sums[o]++
  sums[o + 1] += n
  sums[o + 2] += a
  sums[o + 3] += nn
  sums[o + 4] += nn * n
  sums[o + 5] += nn * nn
  sums[o + 6] += a * a
  sums[o + 7] += a * n
}

/** Products of TPR's and FPR's parts of one subject: subjects with either, aa, an, na, nn. */
function addBoth(sums: Float64Array, at: number, tn: number, fp: number, fn: number, tp: number) {
  if (tn + fp + fn + tp === 0) return
  sums[at]++
  sums[at + 1] += tp * fp
  sums[at + 2] += tp * (fp + tn)
  sums[at + 3] += (tp + fn) * fp
  sums[at + 4] += (tp + fn) * (fp + tn)
}

/**
 * Sums by subject of every ratio metric, for each slice of a family and its complement, in one pass over the rows.
 * O(rows + subjects x slices touched by a subject); whole numbers throughout, so exact. A complement is the pool less
 * the subjects that touch the slice, plus what those have elsewhere.
 * @param outcome one code of outcome.ts a row
 */
export function confusionSums(frame: EvaluationFrame, outcome: Uint8Array, family: SliceFamily): ConfusionSums[] {
  const { cell, subject } = frame
  const { sliceOfCell } = family
  const slices = family.slices.length
  const inside = new Float64Array(slices * stride) // subjects that are in one slice only
  const straddling = new Float64Array(slices * stride) // the slice's part of the others
  const elsewhere = new Float64Array(slices * stride) // what those have in other slices
  const whole = new Float64Array(slices * stride) // all that those have
  const allStraddlers = new Float64Array(stride)
  const cross = new Float64Array(slices * crossWidth)
  const straddlers = new Uint32Array(slices)
  const unlabelled = new Float64Array(slices * 2)
  const counts = new Float64Array(slices * 4)
  const touched = new Uint32Array(slices)
  const seen = new Int32Array(slices).fill(-1)

  for (let row = 0; row < subject.length; ) {
    const current = subject[row]
    let touches = 0
    for (; row < subject.length && subject[row] === current; row++) {
      const slice = sliceOfCell[cell[row]]
      if (slice === outside) continue
      const code = outcome[row]
      if (code >= unlabelledClear) {
        unlabelled[slice * 2 + code - unlabelledClear]++
        continue
      }
      if (seen[slice] !== current) {
        seen[slice] = current
        touched[touches++] = slice
        counts.fill(0, slice * 4, slice * 4 + 4)
      }
      counts[slice * 4 + code]++
    }
    if (touches === 1) {
      const at = touched[0] * 4
      addSubject(inside, touched[0] * stride, counts[at], counts[at + 1], counts[at + 2], counts[at + 3])
    } else if (touches > 1) {
      const total = [0, 0, 0, 0]
      for (let i = 0; i < touches; i++)
        for (let code = 0; code < 4; code++) total[code] += counts[touched[i] * 4 + code]
      addSubject(allStraddlers, 0, total[0], total[1], total[2], total[3])
      for (let i = 0; i < touches; i++) {
        const slice = touched[i]
        const own = [counts[slice * 4], counts[slice * 4 + 1], counts[slice * 4 + 2], counts[slice * 4 + 3]]
        const other = [total[0] - own[0], total[1] - own[1], total[2] - own[2], total[3] - own[3]]
        addSubject(straddling, slice * stride, own[0], own[1], own[2], own[3])
        addSubject(elsewhere, slice * stride, other[0], other[1], other[2], other[3])
        addSubject(whole, slice * stride, total[0], total[1], total[2], total[3])
        addCross(cross, slice * crossWidth, own, other)
        straddlers[slice]++
      }
    }
  }
  const pool = Float64Array.from(allStraddlers)
  for (let o = 0; o < inside.length; o++) pool[o % stride] += inside[o]
  return family.slices.map((_, slice) => {
    const at = slice * stride
    const own = pool.map((_, i) => inside[at + i] + straddling[at + i])
    const complement = pool.map((sum, i) => sum - inside[at + i] - whole[at + i] + elsewhere[at + i])
    return {
      slice: readSums(own),
      complement: readSums(complement),
      cross: readCross(cross, slice * crossWidth, own, complement),
      tprFpr: readBoth(own, width),
      complementTprFpr: readBoth(complement, width),
      unlabelled: { clear: unlabelled[slice * 2], flagged: unlabelled[slice * 2 + 1] },
      isApart: straddlers[slice] === 0,
    }
  })
}

function addSubject(sums: Float64Array, at: number, tn: number, fp: number, fn: number, tp: number) {
  addMoments(sums, at, tn, fp, fn, tp)
  addBoth(sums, at + width, tn, fp, fn, tp)
}

/** Numerator and denominator of each ratio metric, in the order of `ratioKeys`. */
function parts([tn, fp, fn, tp]: number[]): [number, number][] {
  const all = tn + fp + fn + tp
  return [
    [tp, tp + fn],
    [fp, fp + tn],
    [tp, tp + fp],
    [tn, tn + fn],
    [tp + tn, all],
    [tp + fp, all],
    [tp + fn, all],
    [tp, tp + fp + fn],
  ]
}

function addCross(sums: Float64Array, at: number, first: number[], second: number[]) {
  const [here, there] = [parts(first), parts(second)]
  for (let metric = 0, o = at; metric < ratioKeys.length; metric++, o += crosses) {
    const [[a1, n1], [a2, n2]] = [here[metric], there[metric]]
    if (n1 === 0 || n2 === 0) continue
    sums[o]++
    sums[o + 1] += a1 * a2
    sums[o + 2] += a1 * n2
    sums[o + 3] += n1 * a2
    sums[o + 4] += n1 * n2
  }
}

function readSums(sums: Float64Array): Record<RatioKey, RatioSums> {
  return byKey((metric) => {
    const o = metric * moments
    return {
      subjects: sums[o],
      n: sums[o + 1],
      events: sums[o + 2],
      n2: sums[o + 3],
      n3: sums[o + 4],
      n4: sums[o + 5],
      events2: sums[o + 6],
      eventsN: sums[o + 7],
    }
  })
}

function readCross(cross: Float64Array, at: number, own: Float64Array, complement: Float64Array) {
  return byKey((metric) => {
    const o = at + metric * crosses
    const inEither = own[metric * moments] + complement[metric * moments] - cross[o]
    return { subjects: inEither, aa: cross[o + 1], an: cross[o + 2], na: cross[o + 3], nn: cross[o + 4] }
  })
}

function readBoth(sums: Float64Array, at: number): RatioCrossSums {
  return { subjects: sums[at], aa: sums[at + 1], an: sums[at + 2], na: sums[at + 3], nn: sums[at + 4] }
}

function byKey<T>(read: (metric: number) => T): Record<RatioKey, T> {
  return Object.fromEntries(ratioKeys.map((key, metric) => [key, read(metric)])) as Record<RatioKey, T>
}
