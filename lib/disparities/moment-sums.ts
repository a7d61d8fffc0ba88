import type { MeanSums } from '@/lib/metrics/mean-sums'
import type { RatioCrossSums } from '@/lib/metrics/ratio-sums'
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

const width = 8 // subjects, n, n2, n3, n4, total, total2, totalN; squares apart

/**
 * Sums of a value about a centre, by subject, for each slice of a family and its complement. Labelled rows only.
 * @param value one finite number a row
 * @param centre a number near the mean, so that squares do not cancel
 */
export function momentSums(
  frame: EvaluationFrame,
  value: Float64Array,
  centre: number,
  family: SliceFamily,
): MomentSums[] {
  const { cell, subject, label } = frame
  const { sliceOfCell } = family
  const slices = family.slices.length
  const pool = new Float64Array(width)
  const own = new Float64Array(slices * width)
  const rest = new Float64Array(slices * width)
  const squares = new Float64Array(slices)
  const cross = new Float64Array(slices * 5)
  const n = new Float64Array(slices)
  const total = new Float64Array(slices)
  const touched = new Uint32Array(slices)
  const seen = new Int32Array(slices).fill(-1)
  let poolSquares = 0

  for (let row = 0; row < subject.length; ) {
    const current = subject[row]
    let [rows, sum, touches] = [0, 0, 0]
    for (; row < subject.length && subject[row] === current; row++) {
      const slice = sliceOfCell[cell[row]]
      if (slice === outside || label[row] === unknownLabel) continue
      if (seen[slice] !== current) {
        seen[slice] = current
        touched[touches++] = slice
        n[slice] = 0
        total[slice] = 0
      }
      const x = value[row] - centre
      n[slice]++
      total[slice] += x
      squares[slice] += x * x
      poolSquares += x * x
      rows++
      sum += x
    }
    if (touches === 0) continue
    add(pool, 0, rows, sum, 1)
    for (let i = 0; i < touches; i++) {
      const slice = touched[i]
      add(own, slice * width, n[slice], total[slice], 1)
      add(rest, slice * width, rows, sum, -1)
      if (touches === 1) continue
      const [n2, t2] = [rows - n[slice], sum - total[slice]]
      add(rest, slice * width, n2, t2, 1)
      const o = slice * 5
      cross[o]++
      cross[o + 1] += total[slice] * t2
      cross[o + 2] += total[slice] * n2
      cross[o + 3] += n[slice] * t2
      cross[o + 4] += n[slice] * n2
    }
  }
  return family.slices.map((_, slice) => {
    const complement = pool.map((sum, i) => sum + rest[slice * width + i])
    const o = slice * 5
    return {
      slice: read(own, slice * width, centre, squares[slice]),
      complement: read(complement, 0, centre, Math.max(0, poolSquares - squares[slice])),
      cross: {
        subjects: own[slice * width] + complement[0] - cross[o],
        aa: cross[o + 1],
        an: cross[o + 2],
        na: cross[o + 3],
        nn: cross[o + 4],
      },
    }
  })
}

function add(sums: Float64Array, at: number, n: number, total: number, sign: number) {
  const nn = n * n
  sums[at] += sign
  sums[at + 1] += sign * n
  sums[at + 2] += sign * nn
  sums[at + 3] += sign * nn * n
  sums[at + 4] += sign * nn * nn
  sums[at + 5] += sign * total
  sums[at + 6] += sign * total * total
  sums[at + 7] += sign * total * n
}

function read(sums: Float64Array, at: number, centre: number, squares: number): MeanSums {
  return {
    centre,
    squares,
    subjects: sums[at],
    n: sums[at + 1],
    n2: sums[at + 2],
    n3: sums[at + 3],
    n4: sums[at + 4],
    total: sums[at + 5],
    total2: sums[at + 6],
    totalN: sums[at + 7],
  }
}
