import type { LoadedEvaluation } from '@/lib/db/load-evaluation'
import type { Audit, openAudit } from '@/lib/disparities/audit'
import { auditSettings, mostGuessedLevels } from '@/lib/disparities/audit-settings'
import type { EvaluationFrame } from '@/lib/disparities/evaluation-frame'
import { unknownLabel } from '@/lib/disparities/evaluation-frame'
import { readingWarnings } from '@/lib/disparities/reading-warnings'
import { type ScoreSorted, scoreSorted } from '@/lib/disparities/score-sorted'
import { defaultFamilies, isSameFamily } from '@/lib/slices/default-families'
import { selectAttributes } from '@/lib/slices/select-attributes'
import type { Direction, ScoreScale, Source, Warning } from '@/lib/wire/metric-frame'
import type { EvaluationQuestion } from './evaluation-question'

/** An evaluation in shared memory with the order of its scores: what every view of it is computed from. */
export interface ReadyEvaluation extends LoadedEvaluation {
  /** without cells, which depend on the view */
  sorted: Omit<ScoreSorted, 'cell'>
  missingLabels: number
  /** bytes of shared memory */
  bytes: number
}

/** What an answer says about where its rows come from. */
export interface AskedSource {
  task: string
  direction: Direction
  scale: ScoreScale
  name: string
  sha256: string
  rows: number
  isPartial: boolean
  isSynthetic: boolean
}

/** Sorts an evaluation that was loaded. */
export function readyEvaluation(loaded: LoadedEvaluation): ReadyEvaluation {
  const { cell: _, ...sorted } = scoreSorted(frameOf(loaded, []))
  const shared = {
    row: onSharedMemory(sorted.row),
    score: onSharedMemory(sorted.score),
    label: onSharedMemory(sorted.label),
    subject: onSharedMemory(sorted.subject),
    isLast: onSharedMemory(sorted.isLast),
  }
  const arrays = [loaded.score, loaded.label, loaded.subject, ...loaded.columns.map(({ cell }) => cell)]
  if (loaded.decision) arrays.push(loaded.decision)
  const missingLabels = loaded.label.reduce((missing, label) => missing + (label === unknownLabel ? 1 : 0), 0)
  const bytes = [...arrays, ...Object.values(shared)].reduce((sum, array) => sum + array.byteLength, 0)
  return { ...loaded, sorted: shared, missingLabels, bytes }
}

/**
 * The audit that a question asks for, what its rows come from, and what reading them left unknown.
 * @param open how far it is to go: to tests, or to measures only
 */
export function auditOf(
  evaluation: ReadyEvaluation,
  question: EvaluationQuestion,
  asked: AskedSource,
  open: typeof openAudit,
): { audit: Audit; source: Source; warnings: Warning[] } {
  const { adjust, testWithin, split, filter: conditions } = question
  const filter = conditions.map(({ attribute: column, level: value }) => ({ column, value }))
  const { frame, sorted, families, skipped } = viewedRows(evaluation, question)
  const { threshold, metrics, margin, minimumGap, permutations, seed, version } = question
  const settings = auditSettings(
    {
      ...{ threshold, adjust, testWithin, metrics, margin, minimumGap, permutations, seed, version },
      ...{ task: asked.task, direction: asked.direction, scale: asked.scale },
      families,
    },
    frame,
  )
  const { subjects, missingLabels, hasSubjects, unscored } = evaluation
  return {
    audit: open(frame, settings, sorted),
    source: { name: asked.name, sha256: asked.sha256, rows: asked.rows, subjects, missingLabels, filter, split },
    warnings: readingWarnings({
      ...{ hasSubjects, unscored, isPartial: asked.isPartial, isSynthetic: asked.isSynthetic },
      skipped,
      attributes: frame.cells.attributes.length,
    }),
  }
}

/** The rows of a question with the cells of its attributes, and the families that it compares. */
export function viewedRows(evaluation: ReadyEvaluation, question: EvaluationQuestion) {
  const { by, declared, adjust } = question
  const { offered, skipped } = guessedAttributes(evaluation)
  const prespecified = declared ?? defaultFamilies(offered)
  const families = (by ?? comparableFamilies(prespecified, evaluation)).map((family) => ({
    by: family,
    prespecified: prespecified.some((own) => isSameFamily(own, family)),
  }))
  const frame = frameOf(evaluation, [...new Set([...families.flatMap((family) => family.by), ...adjust])])
  const sorted = { ...evaluation.sorted, cell: evaluation.sorted.row.map((own) => frame.cell[own]) }
  return { frame, sorted, families, skipped: by === undefined && !declared ? skipped : [] }
}

/**
 * Families that tell rows apart: without those of one level (sex, among women), and without intersections that repeat
 * another family row by row (sex and age, among women, beside age). All of them where none is left.
 */
function comparableFamilies(families: readonly string[][], { columns }: ReadyEvaluation): readonly string[][] {
  const telling = new Set(columns.flatMap(tellingAttributes))
  const told = families.map((family) => ({ family, parts: family.filter((name) => telling.has(name)) }))
  const isRepeat = ({ family, parts }: (typeof told)[number]) =>
    parts.length < family.length && told.some((other) => other.family !== family && isSameFamily(other.family, parts))
  const kept = told.filter((own) => own.parts.length > 0 && !isRepeat(own))
  return kept.length > 0 ? kept.map(({ family }) => family) : families
}

/** The attributes of which the rows have two levels or more: a filter leaves levels without rows. */
function tellingAttributes({ cell, cells }: LoadedEvaluation['columns'][number]): string[] {
  const isThere = new Uint8Array(cells.count)
  for (const own of cell) isThere[own] = 1
  return cells.attributes.flatMap(({ name }, at) => {
    const levels = new Set(cells.levelOf[at].filter((_, own) => isThere[own] === 1))
    return levels.size > 1 ? [name] : []
  })
}

function frameOf(
  { score, label, decision, subject, subjects, columns }: LoadedEvaluation,
  names: readonly string[],
): EvaluationFrame {
  const { cell, cells } = selectAttributes(columns, names, score.length)
  return { score, label, decision, cell, subject, subjects, cells }
}

/** The attributes by which rows are compared unless somebody says otherwise: as the command line guesses. */
function guessedAttributes({ columns }: LoadedEvaluation) {
  const attributes = [
    ...new Map(
      columns.flatMap(({ cells }) => cells.attributes.map((attribute) => [attribute.name, attribute])),
    ).values(),
  ]
  const [offered, skipped] = [
    attributes.filter(({ levels }) => levels.length > 1 && levels.length <= mostGuessedLevels),
    attributes.filter(({ levels }) => levels.length > mostGuessedLevels),
  ]
  return { offered, skipped: skipped.map(({ name, levels }) => ({ name, levels: levels.length })) }
}

function onSharedMemory<T extends Float64Array | Uint8Array | Uint32Array>(array: T): T {
  const type = array.constructor as { new (buffer: SharedArrayBuffer): T }
  const shared = new type(new SharedArrayBuffer(array.byteLength))
  shared.set(array)
  return shared
}
