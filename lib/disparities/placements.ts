import type { PlacementCrossSums, PlacementSums } from '@/lib/metrics/placement-sums'
import { type LaneSums, laneSums, lanes, sweepLanes } from './apart-placements'
import type { ConfusionSums } from './confusion-sums'
import type { PoolRanks } from './pool-ranks'
import { type ScoreChunks, scoreChunks } from './score-chunks'
import type { ScoreSorted } from './score-sorted'
import { type SliceAuroc, sliceAurocs } from './slice-aurocs'
import { outside, type SliceFamily } from './slice-family'
import { sweepArms } from './straddling-placements'

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

/** Sees the sums by subject of a slice before they are overwritten. */
export type VisitPlacements = (
  slice: number,
  sums: SubjectPlacements,
  size: { positives: number; negatives: number },
) => void

/**
 * Sums of placements (statistics.md section 3) for the wanted slices of a family and their complements: O(slices x
 * rows), since every row has another rank in each complement; four slices a pass where no subject is in two of them.
 * @param confusion the sums of the same family, in the same order
 * @param isWanted slices that are too small to be estimated are left out (undefined)
 */
export function placements(
  { sorted, chunks, ranks }: { sorted: ScoreSorted; chunks: ScoreChunks; ranks: PoolRanks },
  subjects: number,
  family: SliceFamily,
  confusion: readonly ConfusionSums[],
  isWanted: (slice: number) => boolean,
  visit?: VisitPlacements,
): (PlacementPair | undefined)[] {
  const wanted = [...family.slices.keys()].filter(isWanted)
  const pairs: (PlacementPair | undefined)[] = family.slices.map(() => undefined)
  if (wanted.length === 0) return pairs
  const isWhole = !family.sliceOfCell.includes(outside)
  const rows = isWhole ? sorted : withoutOutside(sorted, family)
  const aurocs = sliceAurocs(rows, family)
  const keep = (slice: number, sums: SubjectPlacements, squares: Float64Array) => {
    visit?.(slice, sums, { positives: confusion[slice].slice.tpr.n, negatives: confusion[slice].slice.fpr.n })
    pairs[slice] = pairOf(sums, squares, aurocs[slice], confusion[slice])
  }
  const sums = new Float64Array(subjects * 4)
  if (isWhole && confusion.every(({ isApart }) => isApart)) {
    const ofSubject = slicesOfSubjects(chunks, family, subjects)
    const ranked = laneSums(subjects)
    for (let first = 0; first < wanted.length; first += lanes) {
      const slices = wanted.slice(first, first + lanes)
      sweepLanes(chunks, ranks, family.sliceOfCell, slices, aurocs, confusion, ranked)
      slices.forEach((slice, lane) => {
        centreLane(ranked, lane, ranks, ofSubject, slice, aurocs[slice], confusion[slice], sums)
        keep(slice, sums, ranked.squares.subarray(lane * 4, lane * 4 + 4))
      })
    }
    return pairs
  }
  const laidOut = isWhole ? chunks : scoreChunks(rows)
  const armOfCell = new Uint8Array(family.sliceOfCell.length)
  for (const slice of wanted) {
    for (let cell = 0; cell < armOfCell.length; cell++) armOfCell[cell] = family.sliceOfCell[cell] === slice ? 2 : 0
    sums.fill(0)
    const [cq, cp, q, p] = sweepArms(laidOut, armOfCell, aurocs[slice], confusion[slice], sums)
    keep(slice, sums, Float64Array.of(q, p, cq, cp))
  }
  return pairs
}

/** The slice of each subject in a family in which no subject is in two. */
function slicesOfSubjects(chunks: ScoreChunks, family: SliceFamily, subjects: number): Uint32Array {
  const slices = new Uint32Array(subjects).fill(outside)
  for (let i = 0; i < chunks.label.length; i++) slices[chunks.subject[i]] = family.sliceOfCell[chunks.cell[i]]
  return slices
}

/** Turns a lane's sums of ranks into centred placements: the slice's for its own subjects, the complement's for others. */
function centreLane(
  ranked: LaneSums,
  lane: number,
  ranks: PoolRanks,
  ofSubject: Uint32Array,
  slice: number,
  auroc: SliceAuroc,
  confusion: ConfusionSums,
  into: SubjectPlacements,
) {
  const subjects = ofSubject.length
  const [m, n] = [confusion.slice.tpr.n, confusion.slice.fpr.n]
  const [cm, cn] = [confusion.complement.tpr.n, confusion.complement.fpr.n]
  const [a, ca] = [auroc.slice ?? 0, auroc.complement ?? 0]
  into.fill(0)
  for (let s = 0; s < subjects; s++) {
    const [positives, negatives] = [ranks.positives[s], ranks.negatives[s]]
    const [up, down] = [ranked.ofPositives[s * lanes + lane], ranked.ofNegatives[s * lanes + lane]]
    if (ofSubject[s] === slice) {
      into[3 * subjects + s] = up / (2 * n) - positives * a
      into[2 * subjects + s] = negatives - down / (2 * m) - negatives * a
    } else if (cm > 0 && cn > 0) {
      into[subjects + s] = (ranks.ofPositives[s] - up) / (2 * cn) - positives * ca
      into[s] = negatives - (ranks.ofNegatives[s] - down) / (2 * cm) - negatives * ca
    }
  }
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
  const slicePlacement = armOf(auroc.slice, own, squares[1], squares[0], slice, tprFpr)
  const complementPlacement = armOf(auroc.complement, other, squares[3], squares[2], complement, complementTprFpr)
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
