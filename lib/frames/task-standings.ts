import type { Access } from '@/lib/db/access'
import { answeredAmong, readAnswer } from '@/lib/db/answers'
import type { EvaluatedTask, EvaluationFacts } from '@/lib/db/evaluation-facts'
import { type FindingsJob, findFindingsJobs, queueFindings } from '@/lib/db/findings-jobs'
import { compareHarm } from '@/lib/disparities/harm-interval'
import { standingOfFrame } from '@/lib/disparities/standing-of-frame'
import type { FindingsState } from '@/lib/wire/findings-state'
import { MetricFrame } from '@/lib/wire/metric-frame'
import type { TaskStanding } from '@/lib/wire/standing'
import { type EvaluationQuestion, findingsSeconds, questionHash, questionOf } from './evaluation-question'
import { keepStanding, lateStanding } from './late-standings'

interface Opening {
  facts: EvaluationFacts
  task: EvaluatedTask
  question: EvaluationQuestion
  hash: string
}

/**
 * How each task of some evaluations stands in its opening view, by evaluation; nothing is measured. As many queries for
 * all as for one, but for answers that nobody has looked at since the start, each read once.
 * @param start whether tasks that were never tested are, from now on; one whose test failed is not tried again
 */
export async function taskStandings(
  access: Access,
  evaluations: readonly EvaluationFacts[],
  { start }: { start: boolean },
): Promise<Map<number, TaskStanding[]>> {
  const openings = evaluations.flatMap(openingsOf)
  const unread = openings.filter(({ hash }) => !lateStanding(hash)).map(({ hash }) => hash)
  const answered = unread.length === 0 ? new Set<string>() : await answeredAmong(unread)
  for (const hash of answered) await summarise(hash) // one by one: each takes the main thread a few milliseconds
  const open = unread.filter((hash) => !lateStanding(hash))
  const jobs = open.length === 0 ? new Map<string, FindingsJob>() : await findFindingsJobs(access, open)
  if (start) await startUntried(access, openings, jobs)
  const standings = new Map<number, TaskStanding[]>(evaluations.map(({ id }) => [id, []]))
  for (const opening of openings) standings.get(opening.facts.id)!.push(standingOf(opening, jobs.get(opening.hash)))
  return standings
}

/** Worst first; then those without a finding; those that wait last, in the order of their import. */
export function compareStandings({ answer: a }: TaskStanding, { answer: b }: TaskStanding): number {
  if (!a || !b) return Number(!a) - Number(!b)
  if (!a.worst || !b.worst) return Number(!a.worst) - Number(!b.worst)
  return compareHarm(a.worst, b.worst)
}

function openingsOf(facts: EvaluationFacts): Opening[] {
  return facts.tasks.map((task) => {
    const question = questionOf(facts, { task: task.name })
    return { facts, task, question, hash: questionHash('findings', question) }
  })
}

async function summarise(hash: string): Promise<void> {
  const body = await readAnswer(hash)
  if (body !== undefined) keepStanding(hash, standingOfFrame(MetricFrame.parse(JSON.parse(body))))
}

async function startUntried(access: Access, openings: readonly Opening[], jobs: Map<string, FindingsJob>) {
  for (const { facts, task, question, hash } of openings) {
    if (lateStanding(hash) || jobs.has(hash)) continue
    const asked = { question: hash, evaluationId: facts.id, view: { task: task.name }, seed: question.seed }
    jobs.set(hash, await queueFindings(access, asked))
  }
}

function standingOf({ facts, task, question, hash }: Opening, job: FindingsJob | undefined): TaskStanding {
  const answer = lateStanding(hash) ?? null
  const estimatedSeconds = findingsSeconds(facts, question)
  const findings: FindingsState = answer
    ? { state: 'ready', jobId: null, estimatedSeconds }
    : { ...stateOf(job), estimatedSeconds }
  return { task: task.name, direction: task.direction, findings, answer }
}

function stateOf(job: FindingsJob | undefined): Pick<FindingsState, 'state' | 'jobId'> {
  if (job?.state === 'queued' || job?.state === 'running') return { state: 'computing', jobId: job.id }
  if (job?.state === 'failed') return { state: 'failed', jobId: job.id }
  return { state: 'on_request', jobId: null }
}
