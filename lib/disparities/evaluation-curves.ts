import { youdenPoint } from '@/lib/metrics/operating-point'
import type { EvaluationCurves, ScoreCounts } from '@/lib/wire/curves'
import type { Slice } from '@/lib/wire/metric-frame'
import { fewestRows, fewestSubjects } from './arm-estimates'
import type { AuditSettings } from './audit-settings'
import { openingThreshold } from './decisions'
import { type EvaluationFrame, unknownLabel } from './evaluation-frame'
import { scoreEdges } from './score-edges'
import type { ScoreSorted } from './score-sorted'
import { outside, type SliceFamily, sliceFamily } from './slice-family'

/** What curves are about; they depend on no threshold, test or margin. */
export interface CurvesSettings extends Pick<AuditSettings, 'task' | 'direction' | 'scale' | 'families'> {
  /** thresholds at which counts must be exact, besides the one with which the evaluation opens */
  exact: readonly number[]
}

/**
 * Where the scores of every slice lie, by common edges and label. A label with fewer than 10 rows or 5 subjects in a slice
 * has no counts there: they would show single patients. O(rows x families).
 */
export function evaluationCurves(
  frame: EvaluationFrame,
  sorted: ScoreSorted,
  { task, direction, scale, families, exact }: CurvesSettings,
): EvaluationCurves {
  const opening = openingValue(frame, sorted)
  const { axis, edges, bins } = scoreEdges(sorted, opening === undefined ? exact : [opening, ...exact])
  const curvesOf = (by: readonly string[]) => familyCounts(frame, sorted, edges, sliceFamily(frame.cells, by))
  return {
    schema: 'equiscope.curves/1',
    task,
    direction,
    scoreScale: scale,
    axis,
    edges: [...edges],
    bins,
    overall: curvesOf([])[0] ?? { slice: {}, positives: [], negatives: [] },
    families: families.map(({ by }) => ({ by: [...by], slices: curvesOf(by) })),
  }
}

/** The threshold with which an evaluation opens; undefined where the product decides, or no score can be chosen. */
function openingValue(frame: EvaluationFrame, { score, label }: ScoreSorted): number | undefined {
  const opening = openingThreshold(frame)
  if (opening.rule === 'fixed') return opening.value
  if (opening.rule !== 'youden') return undefined
  return youdenPoint(score, label, Uint32Array.from(label.keys()))?.threshold
}

function familyCounts(
  frame: EvaluationFrame,
  { score, label, cell }: ScoreSorted,
  edges: Float64Array,
  family: SliceFamily,
): ScoreCounts[] {
  const isShown = enoughRows(frame, family)
  const counts = family.slices.map(() => [new Uint32Array(edges.length), new Uint32Array(edges.length)])
  for (let row = 0, edge = 0; row < score.length; row++) {
    while (edge + 1 < edges.length && score[row] >= edges[edge + 1]) edge++
    const slice = family.sliceOfCell[cell[row]]
    if (slice !== outside) counts[slice][label[row]][edge]++
  }
  return family.slices.map((slice, at) => ({
    slice: slice as Slice,
    positives: isShown(at, 1) ? [...counts[at][1]] : [],
    negatives: isShown(at, 0) ? [...counts[at][0]] : [],
  }))
}

/** Whether a slice has enough rows and subjects of a label to say where their scores lie. */
function enoughRows(
  { cell, label, subject }: EvaluationFrame,
  family: SliceFamily,
): (slice: number, label: number) => boolean {
  const rows = new Uint32Array(family.slices.length * 2)
  const subjects = new Uint32Array(rows.length)
  const last = new Int32Array(rows.length).fill(-1)
  for (let row = 0; row < label.length; row++) {
    const slice = family.sliceOfCell[cell[row]]
    if (label[row] === unknownLabel || slice === outside) continue
    const at = slice * 2 + label[row]
    rows[at]++
    if (last[at] !== subject[row]) subjects[at]++
    last[at] = subject[row]
  }
  return (slice, of) => rows[slice * 2 + of] >= fewestRows && subjects[slice * 2 + of] >= fewestSubjects
}
