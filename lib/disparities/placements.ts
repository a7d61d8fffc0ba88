import type { PlacementCrossSums, PlacementSums } from '@/lib/metrics/placement-sums'
import type { ConfusionSums } from './confusion-sums'
import { type ScoreChunks, scoreChunks } from './score-chunks'
import type { ScoreSorted } from './score-sorted'
import { type SliceAuroc, sliceAurocs } from './slice-aurocs'
import { outside, type SliceFamily } from './slice-family'

/** What inference on the AUROC of a slice, of its complement and of their difference needs. */
export interface PlacementPair {
  /** undefined without a positive or without a negative row */
  slice: PlacementSums | undefined
  complement: PlacementSums | undefined
  cross: PlacementCrossSums
}

/**
 * Sums of centred placements by subject in four parts of equal length: the complement's Q, its P, the slice's Q, its P.
 * Valid only while they are visited.
 */
export type SubjectPlacements = Float64Array

/**
 * Sums of placements (statistics.md section 3) for the wanted slices of a family and their complements: one sweep over
 * the sorted rows a slice, O(slices x rows), since every row has another rank in each complement.
 * @param confusion the sums of the same family, in the same order
 * @param isWanted slices that are too small to be estimated are left out (undefined)
 * @param visit sees the sums by subject of each slice before they are overwritten
 */
export function placements(
  { sorted, chunks }: { sorted: ScoreSorted; chunks: ScoreChunks },
  subjects: number,
  family: SliceFamily,
  confusion: readonly ConfusionSums[],
  isWanted: (slice: number) => boolean,
  visit?: (slice: number, sums: SubjectPlacements, size: { positives: number; negatives: number }) => void,
): (PlacementPair | undefined)[] {
  const isWhole = !family.sliceOfCell.includes(outside)
  const rows = isWhole ? sorted : withoutOutside(sorted, family)
  const laidOut = isWhole ? chunks : scoreChunks(rows)
  const aurocs = sliceAurocs(rows, family)
  const sums = new Float64Array(subjects * 4)
  const armOfCell = new Uint8Array(family.sliceOfCell.length)
  return family.slices.map((_, slice) => {
    if (!isWanted(slice)) return undefined
    for (let cell = 0; cell < armOfCell.length; cell++) armOfCell[cell] = family.sliceOfCell[cell] === slice ? 2 : 0
    sums.fill(0)
    const squares = sweep(laidOut, armOfCell, aurocs[slice], confusion[slice], sums)
    visit?.(slice, sums, { positives: confusion[slice].slice.tpr.n, negatives: confusion[slice].slice.fpr.n })
    return pairOf(sums, squares, aurocs[slice], confusion[slice])
  })
}

/** The rows of cells that belong to some slice. */
function withoutOutside(sorted: ScoreSorted, family: SliceFamily): ScoreSorted {
  const kept = Uint32Array.from(sorted.cell.keys()).filter((row) => family.sliceOfCell[sorted.cell[row]] !== outside)
  const score = Float64Array.from(kept, (row) => sorted.score[row])
  return {
    row: kept.map((row) => sorted.row[row]),
    score,
    label: Uint8Array.from(kept, (row) => sorted.label[row]),
    subject: Uint32Array.from(kept, (row) => sorted.subject[row]),
    cell: Uint32Array.from(kept, (row) => sorted.cell[row]),
    isLast: Uint8Array.from(kept, (_, i) => (i + 1 === kept.length || score[i + 1] !== score[i] ? 1 : 0)),
  }
}

/**
 * Adds each row's centred placement to its subject's sum; returns the sums of squares over rows. A placement is linear
 * in the mid-rank among the other class of the same arm, so a row needs its kind (arm and label) and two counts, and no
 * branch: mispredicted ones made this several times slower.
 */
function sweep(
  chunks: ScoreChunks,
  armOfCell: Uint8Array,
  auroc: SliceAuroc,
  confusion: ConfusionSums,
  sums: Float64Array,
): Float64Array {
  const { label, subject, cell, group } = chunks
  const subjects = sums.length / 4
  const squares = new Float64Array(4)
  const { scale, offset } = placementLines(auroc, confusion)
  const counts = new Int32Array((Math.max(0, ...chunks.groups) + 1) * 4) // rows of each kind below each distinct score
  for (let k = 0; k < chunks.groups.length; k++) {
    const [start, end, last] = [chunks.start[k], chunks.start[k + 1], chunks.groups[k] * 4]
    counts.fill(0, 4, last + 4)
    for (let i = start; i < end; i++) counts[group[i] * 4 + 4 + armOfCell[cell[i]] + label[i]]++
    for (let o = 4; o < last + 4; o++) counts[o] += counts[o - 4]
    for (let i = start; i < end; i++) {
      const kind = armOfCell[cell[i]] + label[i]
      const o = group[i] * 4 + (kind ^ 1)
      const placement = scale[kind] * (counts[o] + counts[o + 4]) + offset[kind]
      sums[kind * subjects + subject[i]] += placement
      squares[kind] += placement * placement
    }
    counts.copyWithin(0, last, last + 4)
  }
  return squares
}

/** V10 - A = midrank / n - A and V01 - A = 1 - midrank / m - A, as lines in twice the mid-rank, by kind. */
function placementLines(auroc: SliceAuroc, confusion: ConfusionSums) {
  const scale = new Float64Array(4)
  const offset = new Float64Array(4)
  const arms = [
    { auroc: auroc.complement, sums: confusion.complement },
    { auroc: auroc.slice, sums: confusion.slice },
  ]
  arms.forEach((arm, i) => {
    if (arm.auroc === undefined) return // all 0: nothing is read
    scale[i * 2] = -1 / (2 * arm.sums.tpr.n)
    offset[i * 2] = 1 - arm.auroc
    scale[i * 2 + 1] = 1 / (2 * arm.sums.fpr.n)
    offset[i * 2 + 1] = -arm.auroc
  })
  return { scale, offset }
}

function pairOf(sums: Float64Array, squares: Float64Array, auroc: SliceAuroc, confusion: ConfusionSums): PlacementPair {
  let [p2, q2, pq, cp2, cq2, cpq, pcp, qcq, pcq, qcp] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
  const subjects = sums.length / 4
  for (let s = 0; s < subjects; s++) {
    const cq = sums[s]
    const cp = sums[subjects + s]
    const q = sums[2 * subjects + s]
    const p = sums[3 * subjects + s]
    p2 += p * p
    q2 += q * q
    pq += p * q
    cp2 += cp * cp
    cq2 += cq * cq
    cpq += cp * cq
    pcp += p * cp
    qcq += q * cq
    pcq += p * cq
    qcp += q * cp
  }
  const own = { p2, q2, pq }
  const other = { p2: cp2, q2: cq2, pq: cpq }
  const cross = { pp: pcp, qq: qcq, pq: pcq, qp: qcp }
  const { slice, complement, tprFpr, complementTprFpr } = confusion
  const slicePlacement = armOf(auroc.slice, own, squares[3], squares[2], slice, tprFpr)
  const complementPlacement = armOf(auroc.complement, other, squares[1], squares[0], complement, complementTprFpr)
  return {
    slice: slicePlacement,
    complement: complementPlacement,
    cross: {
      ...(slicePlacement && complementPlacement ? cross : { pp: 0, qq: 0, pq: 0, qp: 0 }),
      positiveSubjects: confusion.cross.tpr.subjects,
      negativeSubjects: confusion.cross.fpr.subjects,
      subjects: confusion.cross.accuracy.subjects,
    },
  }
}

function armOf(
  auroc: number | undefined,
  own: { p2: number; q2: number; pq: number },
  v10Squares: number,
  v01Squares: number,
  confusion: ConfusionSums['slice'],
  tprFpr: ConfusionSums['tprFpr'],
): PlacementSums | undefined {
  if (auroc === undefined) return undefined
  const { tpr, fpr } = confusion
  return {
    auroc,
    ...own,
    v10Squares,
    v01Squares,
    positives: tpr.n,
    negatives: fpr.n,
    positiveSubjects: tpr.subjects,
    negativeSubjects: fpr.subjects,
    subjects: tprFpr.subjects,
    m2: tpr.n2,
    m3: tpr.n3,
    m4: tpr.n4,
    n2: fpr.n2,
    n3: fpr.n3,
    n4: fpr.n4,
    mn: tprFpr.nn,
  }
}
