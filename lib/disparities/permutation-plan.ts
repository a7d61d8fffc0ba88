import { eligibleTests, mirrorsOf } from './eligible-tests'
import type { EvaluationFrame } from './evaluation-frame'
import type { ModalCells } from './modal-cells'
import { falseNegative, falsePositive, truePositive, unlabelledClear } from './outcome'
import type { ScoreSorted } from './score-sorted'
import type { SliceFamily } from './slice-family'
import type { TestedMetric } from './tested-metric'

/** One comparison of a slice with everyone else. */
export interface PermutationTest {
  family: number
  /** index into the modal family's slices */
  slice: number
  /** index into the slices of all families, laid end to end */
  column: number
  metric: TestedMetric
}

/**
 * All that a permutation reads, in shared memory, so that threads need no copy. Subjects are numbered by label stratum,
 * within it in canonical order; shuffling is then a Fisher-Yates inside consecutive ranges.
 */
export interface PermutationPlan {
  seed: number
  /** the observed cell of each subject */
  cellOfSubject: Uint32Array
  /** stratum k holds the subjects strataStart[k] … strataStart[k+1]-1 */
  strataStart: Uint32Array
  positives: Float64Array
  negatives: Float64Array
  truePositives: Float64Array
  falsePositives: Float64Array
  /** wins of a subject's positives over all negatives, and losses of its negatives to all positives; ties half */
  wins: Float64Array
  losses: Float64Array
  /** rows by ascending score: subject * 4 + 0 negative, 1 positive worth one half, 2 positive */
  events: Uint32Array
  /** slicesOfCell[cell * families + f]: the column of the slice that a cell belongs to */
  slicesOfCell: Uint32Array
  cells: number
  /** where the slices of each family start among the columns; one longer than the number of families */
  familyStart: number[]
  tests: PermutationTest[]
  /** for each family of exactly two slices with labelled rows: which of them has the other's test, turned round */
  mirrors: (Mirror | undefined)[]
}

export interface Mirror {
  slice: number
  of: number
}

export interface PlanOptions {
  seed: number
  /** false where no threshold exists: then only AUROC is tested */
  isDecided: boolean
  /** a further stratum of each subject (case mix), joined to its label stratum; undefined: none */
  stratumOfSubject?: Uint32Array
}

/**
 * Prepares the test of statistics.md section 8: subjects, label strata, eligible tests.
 * @param modal the subjects' modal cells of the subject-level attributes
 * @param families families over those cells
 */
export function permutationPlan(
  frame: EvaluationFrame,
  sorted: ScoreSorted,
  outcome: Uint8Array,
  modal: ModalCells,
  families: readonly SliceFamily[],
  { seed, isDecided, stratumOfSubject }: PlanOptions,
): PermutationPlan {
  const { subject } = frame
  const counts = new Float64Array(frame.subjects * 4)
  for (let row = 0; row < subject.length; row++) {
    if (outcome[row] < unlabelledClear) counts[subject[row] * 4 + outcome[row]]++
  }
  const { order, strataStart } = strata(counts, stratumOfSubject)
  const numberOf = new Uint32Array(frame.subjects).fill(0xffffffff)
  order.forEach((s, number) => {
    numberOf[s] = number
  })
  const column = (read: (s: number) => number) => {
    const values = shared(Float64Array, order.length)
    for (let i = 0; i < order.length; i++) values[i] = read(order[i])
    return values
  }
  const familyStart = [0]
  for (const family of families) familyStart.push(familyStart.at(-1)! + family.slices.length)
  const slicesOfCell = shared(Uint32Array, modal.cells.count * families.length)
  for (let cell = 0; cell < modal.cells.count; cell++) {
    families.forEach((family, f) => {
      slicesOfCell[cell * families.length + f] = familyStart[f] + family.sliceOfCell[cell]
    })
  }
  const cellOfSubject = shared(Uint32Array, order.length)
  order.forEach((s, i) => {
    cellOfSubject[i] = modal.cellOfSubject[s]
  })
  const { wins, losses } = placementCounts(sorted, numberOf, order.length)
  const plan: PermutationPlan = {
    seed,
    cellOfSubject,
    strataStart,
    positives: column((s) => counts[s * 4 + truePositive] + counts[s * 4 + falseNegative]),
    negatives: column((s) => counts[s * 4] + counts[s * 4 + falsePositive]),
    truePositives: column((s) => counts[s * 4 + truePositive]),
    falsePositives: column((s) => counts[s * 4 + falsePositive]),
    wins,
    losses,
    events: scoreEvents(sorted, numberOf),
    slicesOfCell,
    cells: modal.cells.count,
    familyStart,
    tests: [],
    mirrors: [],
  }
  plan.mirrors = mirrorsOf(plan, families)
  plan.tests = eligibleTests(plan, families, isDecided)
  return plan
}

/** An array on shared memory, which threads read without a copy. */
function shared<T>(type: { new (buffer: SharedArrayBuffer): T; BYTES_PER_ELEMENT: number }, length: number): T {
  return new type(new SharedArrayBuffer(length * type.BYTES_PER_ELEMENT))
}

/** bin(k) = k for k <= 2, else 1 + ceil(log2 k): few strata, each of subjects with nearly as many rows. */
function bin(k: number): number {
  return k <= 2 ? k : 1 + Math.ceil(Math.log2(k))
}

/** Subjects with labelled rows, by stratum and within it in canonical order. */
function strata(counts: Float64Array, further: Uint32Array | undefined) {
  const members = new Map<number, number[]>()
  for (let s = 0; s * 4 < counts.length; s++) {
    const positives = counts[s * 4 + truePositive] + counts[s * 4 + falseNegative]
    const negatives = counts[s * 4] + counts[s * 4 + falsePositive]
    if (positives + negatives === 0) continue
    const key = ((further?.[s] ?? 0) * 64 + bin(positives)) * 64 + bin(negatives)
    const stratum = members.get(key)
    if (stratum) stratum.push(s)
    else members.set(key, [s])
  }
  const keys = [...members.keys()].sort((a, b) => a - b)
  const strataStart = shared(Uint32Array, keys.length + 1)
  const order = new Uint32Array([...members.values()].reduce((sum, stratum) => sum + stratum.length, 0))
  let at = 0
  keys.forEach((key, k) => {
    order.set(members.get(key)!, at)
    at += members.get(key)!.length
    strataStart[k + 1] = at
  })
  return { order, strataStart }
}

/** Wins and losses of each subject against all rows of the other class. */
function placementCounts(sorted: ScoreSorted, numberOf: Uint32Array, subjects: number) {
  const { label, subject, isLast } = sorted
  const wins = shared(Float64Array, subjects)
  const losses = shared(Float64Array, subjects)
  const allPositives = label.reduce((sum, positive) => sum + positive, 0)
  let [positives, negatives] = [0, 0]
  for (let start = 0; start < label.length; ) {
    let end = start
    let tiedPositives = 0
    do tiedPositives += label[end]
    while (!isLast[end++])
    const tiedNegatives = end - start - tiedPositives
    for (let i = start; i < end; i++) {
      const s = numberOf[subject[i]]
      if (label[i]) wins[s] += negatives + tiedNegatives / 2
      else losses[s] += allPositives - positives - tiedPositives / 2
    }
    positives += tiedPositives
    negatives += tiedNegatives
    start = end
  }
  return { wins, losses }
}

/** Rows as events; where both classes share a score, its positives come once before and once after its negatives. */
function scoreEvents(sorted: ScoreSorted, numberOf: Uint32Array): Uint32Array {
  const { label, subject, isLast } = sorted
  let mixedPositives = 0
  const visit = (see: (start: number, end: number, isMixed: boolean) => void) => {
    for (let start = 0; start < label.length; ) {
      let end = start
      let positives = 0
      do positives += label[end]
      while (!isLast[end++])
      see(start, end, positives > 0 && positives < end - start)
      start = end
    }
  }
  visit((start, end, isMixed) => {
    if (isMixed) for (let i = start; i < end; i++) mixedPositives += label[i]
  })
  const events = shared(Uint32Array, label.length + mixedPositives)
  let at = 0
  visit((start, end, isMixed) => {
    for (let i = start; i < end; i++) if (label[i]) events[at++] = numberOf[subject[i]] * 4 + (isMixed ? 1 : 2)
    for (let i = start; i < end; i++) if (!label[i]) events[at++] = numberOf[subject[i]] * 4
    if (isMixed) for (let i = start; i < end; i++) if (label[i]) events[at++] = numberOf[subject[i]] * 4 + 1
  })
  return events
}
