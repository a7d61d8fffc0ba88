import type { ConfusionSums } from './confusion-sums'
import type { PoolRanks } from './pool-ranks'
import type { ScoreChunks } from './score-chunks'
import type { SliceAuroc } from './slice-aurocs'

/** Slices that one pass serves: their counts lie side by side, so that a row fetches them at once. */
export const lanes = 4

/** Sums by subject of a family in which no subject is in two slices. */
export interface LaneSums {
  /** by subject and lane: sum over the subject's positive rows of their doubled mid-ranks among the slice's negatives */
  ofPositives: Float64Array
  /** over its negative rows, among the slice's positives */
  ofNegatives: Float64Array
  /** squared centred placements over rows, four a lane: own negatives, own positives, the complement's likewise */
  squares: Float64Array
}

/** Room for the sums, reused from pass to pass. */
export function laneSums(subjects: number): LaneSums {
  return {
    ofPositives: new Float64Array(subjects * lanes),
    ofNegatives: new Float64Array(subjects * lanes),
    squares: new Float64Array(lanes * 4),
  }
}

/**
 * Placements of up to four slices and their complements in one pass. A row's rank in a complement is its rank in the
 * pool less its rank in the slice, so one sum of ranks a subject and slice serves both: the slice's own subjects and
 * everyone else's. Ranks are whole numbers: sums are exact.
 * @param slices the slices of the lanes; fewer than four leave lanes empty
 */
export function sweepLanes(
  chunks: ScoreChunks,
  ranks: PoolRanks,
  sliceOfCell: Uint32Array,
  slices: readonly number[],
  aurocs: readonly SliceAuroc[],
  confusion: readonly ConfusionSums[],
  sums: LaneSums,
): void {
  const { subject, cell, group } = chunks
  sums.ofPositives.fill(0)
  sums.ofNegatives.fill(0)
  sums.squares.fill(0)
  const laneOfCell = Uint8Array.from(sliceOfCell, (slice) => {
    const lane = slices.indexOf(slice)
    return lane < 0 ? lanes : lane
  })
  const most = (Math.max(0, ...chunks.groups) + 1) * lanes
  const counts = [new Int32Array(most), new Int32Array(most)] // negatives and positives of each lane below a score
  const sides = [0, 1].map((side) => linesOf(slices, aurocs, confusion, side))
  for (let k = 0; k < chunks.groups.length; k++) {
    const [start, middle, end] = [chunks.start[k], chunks.firstPositive[k], chunks.start[k + 1]]
    countLanes(counts[0], laneOfCell, cell, group, start, middle, chunks.groups[k])
    countLanes(counts[1], laneOfCell, cell, group, middle, end, chunks.groups[k])
    rankRows(counts[1], laneOfCell, cell, group, subject, ranks.mid, start, middle, sides[0], sums.ofNegatives)
    rankRows(counts[0], laneOfCell, cell, group, subject, ranks.mid, middle, end, sides[1], sums.ofPositives)
    for (const own of counts) own.copyWithin(0, chunks.groups[k] * lanes, (chunks.groups[k] + 1) * lanes)
  }
  sides.forEach(({ squares }, side) => {
    for (let lane = 0; lane < lanes; lane++) {
      sums.squares[lane * 4 + side] = squares[lane]
      sums.squares[lane * 4 + 2 + side] = Math.max(0, squares[lanes + lane]) // a difference, rounded
    }
  })
}

/** Counts rows `from` … `to`-1 by lane and score, then adds up from the lowest score. */
function countLanes(
  counts: Int32Array,
  laneOfCell: Uint8Array,
  cell: Uint32Array,
  group: Uint16Array,
  from: number,
  to: number,
  groups: number,
): void {
  const last = groups * lanes
  counts.fill(0, lanes, last + lanes)
  for (let i = from; i < to; i++) {
    const lane = laneOfCell[cell[i]]
    if (lane < lanes) counts[(group[i] + 1) * lanes + lane]++
  }
  for (let o = lanes; o < last + lanes; o++) counts[o] += counts[o - lanes]
}

/** Placements of one label as lines in the doubled mid-rank, four numbers a kind, and room for their squares. */
interface Lines {
  ownScale: Float64Array
  ownOffset: Float64Array
  restScale: Float64Array
  restOffset: Float64Array
  /** own by lane, then the complement's by lane */
  squares: Float64Array
}

/** V10 - A = mid / 2n - A for positives (side 1), V01 - A = 1 - mid / 2m - A for negatives (side 0). */
function linesOf(
  slices: readonly number[],
  aurocs: readonly SliceAuroc[],
  confusion: readonly ConfusionSums[],
  side: number,
): Lines {
  const lines: Lines = {
    ownScale: new Float64Array(lanes),
    ownOffset: new Float64Array(lanes),
    restScale: new Float64Array(lanes),
    restOffset: new Float64Array(lanes),
    squares: new Float64Array(2 * lanes),
  }
  slices.forEach((slice, lane) => {
    const { slice: own, complement } = confusion[slice]
    const scaleOf = (arm: ConfusionSums['slice']) => (side ? 1 / (2 * arm.fpr.n) : -1 / (2 * arm.tpr.n))
    const offsetOf = (auroc: number) => (side ? -auroc : 1 - auroc)
    lines.ownScale[lane] = scaleOf(own)
    lines.ownOffset[lane] = offsetOf(aurocs[slice].slice ?? 0)
    if (aurocs[slice].complement === undefined) return // without a class the complement has no placements
    lines.restScale[lane] = scaleOf(complement)
    lines.restOffset[lane] = offsetOf(aurocs[slice].complement ?? 0)
  })
  return lines
}

/**
 * Adds the ranks of rows `from` … `to`-1, all of one label, among the other label's rows of each lane to their subjects'
 * sums, and their squared centred placements. Written out by lane: it runs once a row and pass.
 */
function rankRows(
  counts: Int32Array,
  laneOfCell: Uint8Array,
  cell: Uint32Array,
  group: Uint16Array,
  subject: Uint32Array,
  poolMid: Uint32Array,
  from: number,
  to: number,
  { ownScale, ownOffset, restScale, restOffset, squares }: Lines,
  target: Float64Array,
): void {
  const [s0, s1, s2, s3] = restScale
  const [o0, o1, o2, o3] = restOffset
  let q0 = 0
  let q1 = 0
  let q2 = 0
  let q3 = 0
  for (let i = from; i < to; i++) {
    const o = group[i] * lanes
    const at = subject[i] * lanes
    const all = poolMid[i]
    const m0 = counts[o] + counts[o + 4]
    const m1 = counts[o + 1] + counts[o + 5]
    const m2 = counts[o + 2] + counts[o + 6]
    const m3 = counts[o + 3] + counts[o + 7]
    target[at] += m0
    target[at + 1] += m1
    target[at + 2] += m2
    target[at + 3] += m3
    const d0 = s0 * (all - m0) + o0
    const d1 = s1 * (all - m1) + o1
    const d2 = s2 * (all - m2) + o2
    const d3 = s3 * (all - m3) + o3
    q0 += d0 * d0
    q1 += d1 * d1
    q2 += d2 * d2
    q3 += d3 * d3
    const lane = laneOfCell[cell[i]]
    if (lane < lanes) {
      // the row is the slice's own: it counts there, and not in that slice's complement
      const mid = counts[o + lane] + counts[o + lane + lanes]
      const own = ownScale[lane] * mid + ownOffset[lane]
      const rest = restScale[lane] * (all - mid) + restOffset[lane]
      squares[lane] += own * own
      squares[lanes + lane] -= rest * rest
    }
  }
  squares[lanes] += q0
  squares[lanes + 1] += q1
  squares[lanes + 2] += q2
  squares[lanes + 3] += q3
}
