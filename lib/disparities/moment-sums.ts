import type { MeanSums } from '@/lib/metrics/mean-sums'
import type { RatioCrossSums, RatioSums } from '@/lib/metrics/ratio-sums'
import type { ConfusionSums } from './confusion-sums'
import type { EvaluationFrame } from './evaluation-frame'
import { unknownLabel } from './evaluation-frame'
import { outside, type SliceFamily } from './slice-family'

/** Sums by subject of a real value, for a slice and for everyone else in its family. */
export interface MomentSums {
  slice: MeanSums
  complement: MeanSums
  /** with t_s, the sums about the centre, in the place of a_s */
  cross: RatioCrossSums
}

/** A real value a row, and a number near its mean: squares about it do not cancel. */
export interface RowValue {
  of(row: number): number
  centre: number
}

const parts = 3 // a subject's total, its square, its product with the number of rows

/**
 * Sums of some values about their centres, by subject, for each slice of a family and its complement, in one pass over
 * the labelled rows. Numbers of rows are those of the family's confusion sums.
 * @returns for each value one entry a slice
 */
export function momentSums(
  frame: EvaluationFrame,
  values: readonly RowValue[],
  family: SliceFamily,
  confusion: readonly ConfusionSums[],
): MomentSums[][] {
  const { cell, subject, label } = frame
  const { sliceOfCell } = family
  const [slices, width] = [family.slices.length, values.length]
  const stride = width * parts
  const inside = new Float64Array(slices * stride) // subjects that are in one slice only
  const straddling = new Float64Array(slices * stride) // the slice's part of the others
  const elsewhere = new Float64Array(slices * stride) // what those have in other slices
  const whole = new Float64Array(slices * stride) // all that those have
  const allStraddlers = new Float64Array(stride)
  const cross = new Float64Array(slices * width * 3) // aa, an, na
  const squares = new Float64Array(slices * width)
  const rows = new Float64Array(slices)
  const totals = new Float64Array(slices * width)
  const touched = new Uint32Array(slices)
  const seen = new Int32Array(slices).fill(-1)

  for (let row = 0; row < subject.length; ) {
    const current = subject[row]
    let touches = 0
    for (; row < subject.length && subject[row] === current; row++) {
      const slice = sliceOfCell[cell[row]]
      if (slice === outside || label[row] === unknownLabel) continue
      if (seen[slice] !== current) {
        seen[slice] = current
        touched[touches++] = slice
        rows[slice] = 0
        totals.fill(0, slice * width, (slice + 1) * width)
      }
      rows[slice]++
      for (let v = 0; v < width; v++) {
        const x = values[v].of(row) - values[v].centre
        totals[slice * width + v] += x
        squares[slice * width + v] += x * x
      }
    }
    if (touches === 1) {
      const slice = touched[0]
      for (let v = 0; v < width; v++) add(inside, slice * stride + v * parts, totals[slice * width + v], rows[slice])
    } else if (touches > 1) addStraddler(touches)
  }

  function addStraddler(touches: number) {
    let n = 0
    for (let i = 0; i < touches; i++) n += rows[touched[i]]
    for (let v = 0; v < width; v++) {
      let total = 0
      for (let i = 0; i < touches; i++) total += totals[touched[i] * width + v]
      add(allStraddlers, v * parts, total, n)
      for (let i = 0; i < touches; i++) {
        const slice = touched[i]
        const [own, other] = [totals[slice * width + v], total - totals[slice * width + v]]
        const at = slice * stride + v * parts
        add(straddling, at, own, rows[slice])
        add(elsewhere, at, other, n - rows[slice])
        add(whole, at, total, n)
        const o = (slice * width + v) * 3
        cross[o] += own * other
        cross[o + 1] += own * (n - rows[slice])
        cross[o + 2] += rows[slice] * other
      }
    }
  }

  const pool = Float64Array.from(allStraddlers)
  for (let o = 0; o < inside.length; o++) pool[o % stride] += inside[o]
  return values.map(({ centre }, v) => {
    const poolSquares = family.slices.reduce((sum, _, slice) => sum + squares[slice * width + v], 0)
    return family.slices.map((_, slice) => {
      const { slice: own, complement, cross: shared } = confusion[slice]
      const at = slice * stride + v * parts
      const o = (slice * width + v) * 3
      const left = Math.max(0, poolSquares - squares[slice * width + v])
      return {
        slice: read(own.accuracy, centre, squares[slice * width + v], (i) => inside[at + i] + straddling[at + i]),
        complement: read(
          complement.accuracy,
          centre,
          left,
          (i) => pool[v * parts + i] - inside[at + i] - whole[at + i] + elsewhere[at + i],
        ),
        cross: { ...shared.accuracy, aa: cross[o], an: cross[o + 1], na: cross[o + 2] },
      }
    })
  })
}

function add(sums: Float64Array, at: number, total: number, n: number): void {
  sums[at] += total
  sums[at + 1] += total * total
  sums[at + 2] += total * n
}

function read(rows: RatioSums, centre: number, squares: number, part: (i: number) => number): MeanSums {
  const { subjects, n, n2, n3, n4 } = rows
  return { centre, squares, subjects, n, n2, n3, n4, total: part(0), total2: part(1), totalN: part(2) }
}
