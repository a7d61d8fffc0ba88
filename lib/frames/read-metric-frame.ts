import type { Access } from '@/lib/db/access'
import { type AnswerKind, isAnswered, keepAnswer, readAnswer } from '@/lib/db/answers'
import { pool } from '@/lib/db/client'
import { type EvaluationFacts, listLevels, listSplits, readEvaluationFacts } from '@/lib/db/evaluation-facts'
import { findFindingsJob, queueFindings } from '@/lib/db/findings-jobs'
import { nearestName } from '@/lib/ingest/nearest-name'
import type { EvaluationView } from '@/lib/wire/evaluation-view'
import type { FindingsState } from '@/lib/wire/findings-state'
import { askOnce } from './ask-once'
import {
  type EvaluationQuestion,
  findingsSeconds,
  isOpening,
  questionHash,
  questionOf,
  refused,
  testedQuestion,
} from './evaluation-question'
import { askFrameThread } from './frame-threads'
import { type KeptAnswer, keepReady, lateAnswer } from './kept-answers'
import type { AskedSource } from './ready-evaluation'
import { readyEvaluationFor } from './ready-evaluations'

/** Findings that take no longer start by themselves. */
const mostSecondsUnasked = 5

/** What is known about a view at this moment: a MetricFrame as JSON text, without findings until they are ready. */
export interface AnsweredView extends KeptAnswer {
  findings: FindingsState
}

/**
 * The MetricFrame of an evaluation in a view: with its findings if they were ever computed, else measures and intervals
 * at once, and a job for the findings where they belong to the opening view or take less than five seconds.
 * @param access to the evaluation
 */
export async function readMetricFrame(access: Access, view: EvaluationView): Promise<AnsweredView> {
  const { facts, question } = await askedQuestion(access, view)
  const estimatedSeconds = findingsSeconds(facts, question)
  const complete = await storedAnswer(questionHash('findings', testedQuestion(question)))
  if (complete) {
    const compared = await withReferences(facts, question, 'findings', complete)
    return { ...compared, findings: { state: 'ready', jobId: null, estimatedSeconds } }
  }
  const measured = await withReferences(
    facts,
    question,
    'metric-frame',
    await measures(facts, testedQuestion(question)),
  )
  const isUnasked = estimatedSeconds < mostSecondsUnasked || isOpening(facts, testedQuestion(question), view)
  const findings = await findingsState(access, facts, question, view, isUnasked ? 'unless-tried' : 'never')
  if (findings.state === 'ready') return readMetricFrame(access, view) // they came while it was measured
  return { ...measured, findings }
}

/** Whether the findings of a view are there; starts nothing. */
export async function readFindingsState(access: Access, view: EvaluationView): Promise<FindingsState> {
  const { facts, question } = await askedQuestion(access, view)
  return findingsState(access, facts, question, view, 'never')
}

/** Starts the findings of a view, unless they are there or on their way. */
export async function startFindings(access: Access, view: EvaluationView): Promise<FindingsState> {
  const { facts, question } = await askedQuestion(access, view)
  return findingsState(access, facts, question, view, 'again')
}

/** The question of a view. Throws a Problem for what the evaluation does not have. */
export async function askedQuestion(access: Pick<Access, 'id'>, view: EvaluationView, ask = questionOf) {
  const facts = await readEvaluationFacts(pool(), access.id)
  const question = ask(facts, view)
  if (view.split !== undefined) await checkSplit(facts, view.split)
  await Promise.all([checkLevels(facts, question, 'filter'), checkLevels(facts, question, 'against')])
  return { facts, question }
}

/** What answers to a question say about where its rows come from. */
export function sourceOf(facts: EvaluationFacts, { taskId }: EvaluationQuestion): AskedSource {
  const { name: task, direction } = facts.tasks.find(({ id }) => id === taskId)!
  const { sourceName: name, sourceSha256: sha256, examples: rows, scoreScale: scale, isPartial, isSynthetic } = facts
  return { task, direction, scale, name, sha256, rows, isPartial, isSynthetic }
}

async function checkLevels(
  { datasetId }: EvaluationFacts,
  question: EvaluationQuestion,
  field: 'filter' | 'against',
): Promise<void> {
  for (const { attribute, level } of question[field]) {
    const levels = await listLevels(pool(), datasetId, attribute)
    if (!levels.includes(level))
      throw refused(field, `${attribute} has no level ${level}.${nearestName(level, levels)}`)
  }
}

async function checkSplit({ datasetId }: EvaluationFacts, split: string): Promise<void> {
  const splits = await listSplits(pool(), datasetId)
  if (splits.includes(split)) return
  throw refused(
    'split',
    splits.length === 0 ? 'This dataset has no split.' : `There is no split ${split}.${nearestName(split, splits)}`,
  )
}

/** The answer to a question, kept ready since it was last asked for or read from the database. */
async function storedAnswer(hash: string): Promise<KeptAnswer | undefined> {
  const late = lateAnswer(hash)
  if (late) return late
  const text = await readAnswer(hash)
  return text === undefined ? undefined : keepReady(hash, text)
}

/** The answer to a question if it is stored, else computed and stored; never computed twice, also if two ask at once. */
export async function answerKept(
  kind: AnswerKind,
  question: EvaluationQuestion,
  compute: () => Promise<string>,
): Promise<KeptAnswer> {
  const hash = questionHash(kind, question)
  return askOnce(hash, async () => {
    const stored = await storedAnswer(hash)
    if (stored) return stored
    const body = await compute()
    await keepAnswer(hash, { evaluationId: question.evaluationId, taskId: question.taskId, kind, body })
    return keepReady(hash, body)
  })
}

function measures(facts: EvaluationFacts, question: EvaluationQuestion): Promise<KeptAnswer> {
  return answerKept('metric-frame', question, async () => {
    const evaluation = await readyEvaluationFor(question, 'asked')
    return askFrameThread('asked', 'measure', { evaluation, question, source: sourceOf(facts, question) })
  })
}

/** An answer with differences from the slices that the question names, where it names any. */
function withReferences(
  facts: EvaluationFacts,
  question: EvaluationQuestion,
  kind: AnswerKind,
  answer: KeptAnswer,
): KeptAnswer | Promise<KeptAnswer> {
  if (question.against.length === 0) return answer
  return answerKept(kind, question, async () => {
    const evaluation = await readyEvaluationFor(question, 'asked')
    const asks = { evaluation, question, source: sourceOf(facts, question), frame: String(answer.body) }
    return askFrameThread('asked', 'compare', asks)
  })
}

async function findingsState(
  access: Access,
  facts: EvaluationFacts,
  question: EvaluationQuestion,
  view: EvaluationView,
  start: 'never' | 'unless-tried' | 'again',
): Promise<FindingsState> {
  const estimatedSeconds = findingsSeconds(facts, question)
  const hash = questionHash('findings', testedQuestion(question))
  if (await isAnswered(hash)) return { state: 'ready', jobId: null, estimatedSeconds }
  const known = await findFindingsJob(access, hash)
  if (known?.state === 'queued' || known?.state === 'running') {
    return { state: 'computing', jobId: known.id, estimatedSeconds }
  }
  if (start === 'again' || (start === 'unless-tried' && known === undefined)) {
    const { id } = await queueFindings(access, {
      question: hash,
      evaluationId: facts.id,
      view: { ...view, against: undefined },
      seed: question.seed,
    })
    return { state: 'computing', jobId: id, estimatedSeconds }
  }
  if (known?.state === 'failed') return { state: 'failed', jobId: known.id, estimatedSeconds }
  return { state: 'on_request', jobId: null, estimatedSeconds }
}
