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
const kinds = 4 ** 4 // of subjects with at most 3 rows of each outcome: most of them
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
function addMoments(sums: Float64Array, at: number, tn: number, fp: number, fn: number, tp: number, times: number) {
  const [m, n, flagged, cleared] = [tp + fn, fp + tn, tp + fp, tn + fn]
  add(sums, at, tp, m, times)
  add(sums, at + moments, fp, n, times)
  add(sums, at + 2 * moments, tp, flagged, times)
  add(sums, at + 3 * moments, tn, cleared, times)
  add(sums, at + 4 * moments, tp + tn, m + n, times)
  add(sums, at + 5 * moments, flagged, m + n, times)
  add(sums, at + 6 * moments, m, m + n, times)
  add(sums, at + 7 * moments, tp, m + fp, times)
}

function add(sums: Float64Array, o: number, a: number, n: number, times: number) {
  if (n === 0) return
  const rows = times * n
  const squares = rows * n
  sums[o] += times
  sums[o + 1] += rows
  sums[o + 2] += times * a
  sums[o + 3] += squares
  sums[o + 4] += squares * n
  sums[o + 5] += squares * n * n
  sums[o + 6] += times * a * a
  sums[o + 7] += rows * a
}

/** Products of TPR's and FPR's parts of one subject: subjects with either, aa, an, na, nn. */
function addBoth(sums: Float64Array, at: number, tn: number, fp: number, fn: number, tp: number, times: number) {
  if (tn + fp + fn + tp === 0) return
  sums[at] += times
  sums[at + 1] += times * tp * fp
  sums[at + 2] += times * tp * (fp + tn)
  sums[at + 3] += times * (tp + fn) * fp
  sums[at + 4] += times * (tp + fn) * (fp + tn)
}

/**
 * Sums by subject of every ratio metric, for each slice of a family and its complement, in one pass over the rows.
 * O(rows + subjects x slices touched by a subject); whole numbers throughout, so exact, and subjects alike are added at once. A complement is the pool less
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
  const counts = new Uint32Array(slices * 4)
  const touched = new Uint32Array(slices)
  const seen = new Int32Array(slices).fill(-1)
  const own = new Uint32Array(4)
  const tally = new Uint32Array(slices * kinds)

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
      const [tn, fp, fn, tp] = [counts[at], counts[at + 1], counts[at + 2], counts[at + 3]]
      if ((tn | fp | fn | tp) < 4) tally[touched[0] * kinds + (tn | (fp << 2) | (fn << 4) | (tp << 6))]++
      else addSubject(inside, touched[0] * stride, tn, fp, fn, tp)
    } else if (touches > 1) {
      let [tn, fp, fn, tp] = [0, 0, 0, 0]
      for (let i = 0; i < touches; i++) {
        const at = touched[i] * 4
        tn += counts[at]
        fp += counts[at + 1]
        fn += counts[at + 2]
        tp += counts[at + 3]
      }
      addSubject(allStraddlers, 0, tn, fp, fn, tp)
      for (let i = 0; i < touches; i++) {
        const slice = touched[i]
        for (let code = 0; code < 4; code++) own[code] = counts[slice * 4 + code]
        const [o0, o1, o2, o3] = own
        addSubject(straddling, slice * stride, o0, o1, o2, o3)
        addSubject(elsewhere, slice * stride, tn - o0, fp - o1, fn - o2, tp - o3)
        addSubject(whole, slice * stride, tn, fp, fn, tp)
        addCross(cross, slice * crossWidth, own, tn - o0, fp - o1, fn - o2, tp - o3)
        straddlers[slice]++
      }
    }
  }
  addTallied(inside, tally)
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

/** @param times how many subjects there are with these counts */
function addSubject(sums: Float64Array, at: number, tn: number, fp: number, fn: number, tp: number, times = 1) {
  addMoments(sums, at, tn, fp, fn, tp, times)
  addBoth(sums, at + width, tn, fp, fn, tp, times)
}

/** Adds the subjects that were only counted, by slice and by what their few rows are. */
function addTallied(sums: Float64Array, tally: Uint32Array) {
  for (let at = 0; at < tally.length; at++) {
    if (tally[at] === 0) continue
    const key = at % kinds
    addSubject(sums, ((at - key) / kinds) * stride, key & 3, (key >> 2) & 3, (key >> 4) & 3, key >> 6, tally[at])
  }
}

/** Products of one subject's parts here and elsewhere, metric by metric in the order of `ratioKeys`. */
function addCross(sums: Float64Array, at: number, own: Uint32Array, tn: number, fp: number, fn: number, tp: number) {
  const [tn1, fp1, fn1, tp1] = own
  const [all1, all] = [tn1 + fp1 + fn1 + tp1, tn + fp + fn + tp]
  addProducts(sums, at, tp1, tp1 + fn1, tp, tp + fn)
  addProducts(sums, at + crosses, fp1, fp1 + tn1, fp, fp + tn)
  addProducts(sums, at + 2 * crosses, tp1, tp1 + fp1, tp, tp + fp)
  addProducts(sums, at + 3 * crosses, tn1, tn1 + fn1, tn, tn + fn)
  addProducts(sums, at + 4 * crosses, tp1 + tn1, all1, tp + tn, all)
  addProducts(sums, at + 5 * crosses, tp1 + fp1, all1, tp + fp, all)
  addProducts(sums, at + 6 * crosses, tp1 + fn1, all1, tp + fn, all)
  addProducts(sums, at + 7 * crosses, tp1, tp1 + fp1 + fn1, tp, tp + fp + fn)
}

function addProducts(sums: Float64Array, o: number, a1: number, n1: number, a2: number, n2: number) {
  if (n1 === 0 || n2 === 0) return
  sums[o]++
  sums[o + 1] += a1 * a2
  sums[o + 2] += a1 * n2
  sums[o + 3] += n1 * a2
  sums[o + 4] += n1 * n2
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
