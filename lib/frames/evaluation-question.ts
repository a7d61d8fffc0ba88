import { createHash } from 'node:crypto'
import type { DatasetAttribute, EvaluatedTask, EvaluationFacts } from '@/lib/db/evaluation-facts'
import { auditDefaults, mostGuessedLevels } from '@/lib/disparities/audit-settings'
import type { ThresholdRule } from '@/lib/disparities/decisions'
import { parseMetrics } from '@/lib/disparities/parse-metrics'
import { parseThreshold } from '@/lib/disparities/parse-threshold'
import { nearestName } from '@/lib/ingest/nearest-name'
import { Problem } from '@/lib/problem'
import { defaultFamilies } from '@/lib/slices/default-families'
import { type LevelCondition, parseConditions } from '@/lib/slices/level-conditions'
import { parseFamilies } from '@/lib/slices/slice-families'
import type { EvaluationView } from '@/lib/wire/evaluation-view'
import { metricKeys } from '@/lib/wire/metric-key'
import { UnreadableRequest } from '@/lib/wire/unreadable-request'
import packageJson from '@/package.json'
import { codeDigest } from './code-digest'

/** All that an answer depends on: the same question has the same answer, bit for bit. */
export interface EvaluationQuestion {
  evaluationId: number
  taskId: number
  split: string | null
  /** rows with one of the levels named of each attribute named; empty: all rows */
  filter: LevelCondition[]
  /** levels that slices are compared with besides everyone else, one an attribute */
  against: LevelCondition[]
  /** undefined: as the page opens, which follows from the rows */
  threshold: ThresholdRule | undefined
  /** undefined: `defaultFamilies` of the attributes with at most 20 levels */
  by: string[][] | undefined
  /** the dataset's pre-specified families; null: none were declared, so `defaultFamilies` are */
  declared: string[][] | null
  /** the attributes, by number, among which `by` chooses; more may arrive later, or others count as demographic */
  offered: number[]
  /** case-mix variables; where a view names none, every acquisition attribute with 2 to 20 levels */
  adjust: string[]
  /** of these, the ones within whose levels tests are repeated: those that a view names; the interval of an adjusted gap needs none */
  testWithin: string[]
  metrics: ReturnType<typeof parseMetrics>['keys']
  margin: number
  minimumGap: number
  permutations: number
  seed: number
  /** of curves: thresholds at which they must be exact */
  exact: number[]
  /** of the code */
  version: string
}

/** What a view asks of an evaluation. Throws `UnreadableRequest` with the field for what the evaluation does not have. */
export function questionOf(facts: EvaluationFacts, view: EvaluationView): EvaluationQuestion {
  const task = taskOf(facts, view)
  const offered = facts.attributes.filter(({ kind }) => kind !== 'split' && kind !== 'time')
  const by = view.by === undefined ? undefined : read('by', () => parseFamilies(view.by!))
  const filter = conditionsOf('filter', view.filter, offered)
  const adjust = caseMixOf(view, offered, filter)
  for (const name of (by ?? facts.prespecified ?? []).flat()) known('by', name, offered)
  for (const name of adjust) known('adjust', name, offered)
  const { keys, unknown } = parseMetrics(view.metrics ?? '')
  if (view.metrics !== undefined && unknown !== undefined)
    throw refused('metrics', `There is no metric ${unknown}.${nearestName(unknown, metricKeys)}`)
  return {
    evaluationId: facts.id,
    taskId: task.id,
    split: view.split ?? facts.split,
    filter,
    against: oneLevelEach(conditionsOf('against', view.against, offered)),
    threshold: thresholdOf(task, view),
    by,
    declared: facts.prespecified,
    offered: offered.map(({ id }) => id),
    adjust,
    testWithin: view.adjust === undefined ? [] : adjust,
    metrics: view.metrics === undefined ? [] : keys,
    margin: view.margin ?? auditDefaults.margin,
    minimumGap: view.minimumGap ?? auditDefaults.minimumGap,
    permutations: view.permutations ?? auditDefaults.permutations,
    seed: view.seed ?? auditDefaults.seed,
    exact: [],
    version: packageJson.version,
  }
}

/** What gaps are adjusted for: how images were made, where that differs among them, unless a view says otherwise. */
function caseMixOf(
  { adjust }: EvaluationView,
  offered: readonly DatasetAttribute[],
  filter: readonly LevelCondition[],
): string[] {
  if (adjust === 'none') return []
  if (adjust !== undefined) return read('adjust', () => parseFamilies(adjust)).flat()
  const made = offered.filter(({ kind, levels }) => kind === 'acquisition' && levels > 1 && levels <= mostGuessedLevels)
  const isOneLevel = (name: string) => filter.filter(({ attribute }) => attribute === name).length === 1
  return [...new Set(made.map(({ name }) => name))].filter((name) => !isOneLevel(name))
}

/** What a view asks of an evaluation's rows where no threshold, margin or test matters. */
export function rowsQuestionOf(
  facts: EvaluationFacts,
  { task, by, split, filter }: EvaluationView,
): EvaluationQuestion {
  const asked = questionOf(facts, { task, by, split, filter })
  return {
    ...asked,
    threshold: undefined,
    by: asked.by ?? facts.prespecified ?? undefined, // instead of `declared`: what is pre-specified matters to tests only
    declared: null,
    adjust: [],
    testWithin: [],
  }
}

/** What a view asks of the curves of an evaluation. */
export function curvesQuestionOf(facts: EvaluationFacts, view: EvaluationView): EvaluationQuestion {
  return { ...rowsQuestionOf(facts, view), exact: taskOf(facts, view).thresholds }
}

/** The question that a view's findings answer: they are always against everyone else. */
export function testedQuestion(question: EvaluationQuestion): EvaluationQuestion {
  return { ...question, against: [] }
}

/** The task that a view is about: the first one where it names none. */
export function taskOf({ tasks }: EvaluationFacts, { task: name }: EvaluationView): EvaluatedTask {
  const found = name === undefined ? tasks[0] : tasks.find((task) => task.name === name)
  if (found) return found
  const names = tasks.map((task) => task.name)
  if (name === undefined) throw refused('task', 'This evaluation has no scores for any task.')
  throw refused('task', `There is no task ${name}.${nearestName(name, names)}`)
}

/** One text a question: its fields in one order, what is left out as null. */
export function printQuestion(question: EvaluationQuestion): string {
  const { evaluationId, taskId, split, filter, against, threshold, by, declared, offered, adjust, metrics, ...rest } =
    question
  const { testWithin, margin, minimumGap, permutations, seed, exact, version } = rest
  const rule = threshold && [
    threshold.rule,
    'value' in threshold ? threshold.value : null,
    'target' in threshold ? threshold.target : null,
    'chosenOnTheseData' in threshold && threshold.chosenOnTheseData === true,
  ]
  const levels = [filter, against].map((conditions) => conditions.map(({ attribute, level }) => [attribute, level]))
  const asked = [evaluationId, taskId, split, ...levels, rule ?? null, by ?? null, declared, offered, adjust, metrics]
  return JSON.stringify([...asked, testWithin, margin, minimumGap, permutations, seed, exact, version])
}

/** The name under which an answer of one kind is kept. */
export function questionHash(kind: string, question: EvaluationQuestion): string {
  return createHash('sha256')
    .update(`${codeDigest()}\n${kind}\n${printQuestion(question)}`)
    .digest('hex')
}

/** Whether it is the question with which the page of this task opens, or opened at an earlier operating point. */
export function isOpening(facts: EvaluationFacts, question: EvaluationQuestion, { task }: EvaluationView): boolean {
  const saved = taskOf(facts, { task }).thresholds.map((threshold) => ({ task, threshold: String(threshold) }))
  const printed = printQuestion(question)
  return [{ task }, ...saved].some((opening) => printQuestion(questionOf(facts, opening)) === printed)
}

const secondsAVisit = 6e-9 // measured: 40 ms a permutation of 1M rows and 7 families on two cores
const mostVisits = 2e10 // beyond it the normal approximation takes over
const secondsMeasuring = 0.9e-6 // a row and family: what findings need besides permutations, 6 s for 1M rows and 7 families

/** About how long the findings of a question take, in seconds. */
export function findingsSeconds(facts: EvaluationFacts, question: EvaluationQuestion): number {
  const rows = facts.tasks.find(({ id }) => id === question.taskId)!.scored
  const guessed = facts.attributes.filter(
    ({ id, levels }) => question.offered.includes(id) && levels <= mostGuessedLevels,
  )
  const rowVisits = rows * (question.by ?? question.declared ?? defaultFamilies(guessed)).length
  const visits = rowVisits * question.permutations
  const permuting = visits <= mostVisits ? visits * secondsAVisit * (1 + question.testWithin.length) : 0
  return Math.round(10 * (permuting + rowVisits * secondsMeasuring)) / 10
}

function thresholdOf(task: EvaluatedTask, { threshold }: EvaluationView): ThresholdRule | undefined {
  const { operatingPoint: value, isChosenHere: chosenOnTheseData } = task
  const saved = value === null ? undefined : ({ rule: 'fixed', value, chosenOnTheseData } as const)
  if (threshold === undefined) return saved
  const asked = parseThreshold(threshold, 'threshold')
  return asked.rule === 'fixed' && asked.value === saved?.value ? saved : asked
}

function conditionsOf(field: string, text: string | undefined, offered: readonly DatasetAttribute[]): LevelCondition[] {
  const conditions = text === undefined ? [] : read(field, () => parseConditions(text))
  for (const { attribute } of conditions) known(field, attribute, offered)
  return conditions
}

function oneLevelEach(conditions: LevelCondition[]): LevelCondition[] {
  const twice = conditions.find(({ attribute }, at) => conditions.findIndex((own) => own.attribute === attribute) < at)
  if (twice)
    throw refused('against', `${twice.attribute} is named twice: one level of it is what others are shown against.`)
  return conditions
}

function known(field: string, name: string, offered: readonly DatasetAttribute[]): void {
  const names = [...new Set(offered.map((attribute) => attribute.name))]
  if (!names.includes(name)) throw refused(field, `There is no attribute ${name}.${nearestName(name, names)}`)
}

function read<T>(field: string, parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    throw error instanceof Problem ? refused(field, error.message) : error
  }
}

/** A field of a view that asks for what there is not. */
export function refused(path: string, message: string): UnreadableRequest {
  return new UnreadableRequest(422, 'The address asks for what there is not.', [{ path, message }])
}
