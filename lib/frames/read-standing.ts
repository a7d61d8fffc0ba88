import type { Access } from '@/lib/db/access'
import { pool } from '@/lib/db/client'
import { type EvaluationFacts, listEvaluationFacts, readEvaluationFacts } from '@/lib/db/evaluation-facts'
import { listDatasetConcepts, listLatestEvaluations, type VersionRow } from '@/lib/db/standing'
import { mostGuessedLevels } from '@/lib/disparities/audit-settings'
import { compareHarm } from '@/lib/disparities/harm-interval'
import { defaultFamilies } from '@/lib/slices/default-families'
import type { EvaluationStanding, ProjectStanding, TaskStanding, VersionStanding } from '@/lib/wire/standing'
import { compareStandings, taskStandings } from './task-standings'

/** By what a project should have looked at its models; in the order in which the page says what is missing. */
const expectedConcepts = [
  ...['sex', 'age', 'ethnicity', 'skin_tone', 'insurance', 'language', 'site', 'scanner', 'view'],
]

/** How an evaluation stands, task by task, worst first; starts the findings of tasks that were never tested. */
export async function readEvaluationStanding(access: Access): Promise<EvaluationStanding> {
  const facts = await readEvaluationFacts(pool(), access.id)
  const standings = await taskStandings(access, [facts], { start: true })
  const tasks = standings.get(facts.id)!.sort(compareStandings)
  return { evaluationId: facts.id, families: openingFamilies(facts, tasks), tasks }
}

/** The families of the answers; before there are any, those that the page opens by. */
function openingFamilies({ prespecified, attributes }: EvaluationFacts, tasks: readonly TaskStanding[]): string[][] {
  const answered = new Map(
    tasks.flatMap(({ answer }) => answer?.families ?? []).map(({ by }) => [JSON.stringify(by), by]),
  )
  if (answered.size > 0) return [...answered.values()]
  if (prespecified) return prespecified
  const alone = attributes.filter(
    ({ kind, levels }) => kind !== 'split' && kind !== 'time' && levels > 1 && levels <= mostGuessedLevels,
  )
  return defaultFamilies([...new Map(alone.map((attribute) => [attribute.name, attribute])).values()])
}

/** How the models of the project of the access stand: each version with its latest evaluation of a dataset and split. */
export async function readProjectStanding(access: Access): Promise<ProjectStanding> {
  const [rows, concepts] = await Promise.all([listLatestEvaluations(access), listDatasetConcepts(access)])
  const ids = rows.flatMap(({ evaluation }) => (evaluation ? [evaluation.evaluationId] : []))
  const facts = ids.length === 0 ? [] : await listEvaluationFacts(pool(), ids)
  const standings = await taskStandings(access, facts, { start: false })
  const versions = new Map<number, VersionStanding>()
  for (const { evaluation, ...version } of rows) {
    const known = versions.get(version.versionId) ?? { ...version, evaluations: [] }
    if (evaluation) known.evaluations.push(evaluationStanding(evaluation, standings.get(evaluation.evaluationId) ?? []))
    versions.set(version.versionId, known)
  }
  return {
    versions: [...versions.values()],
    neverEvaluated: expectedConcepts.filter((concept) => !concepts.includes(concept)),
  }
}

function evaluationStanding(
  evaluation: NonNullable<VersionRow['evaluation']>,
  tasks: readonly TaskStanding[],
): VersionStanding['evaluations'][number] {
  const answers = tasks.flatMap(({ task, answer }) => (answer ? [{ task, answer }] : []))
  const found = answers.flatMap(({ task, answer: { worst } }) => (worst ? [{ task, finding: worst }] : []))
  return {
    ...evaluation,
    tasks: tasks.length,
    answered: answers.length,
    computing: tasks.filter(({ findings }) => findings.state === 'computing').length,
    findings: answers.reduce((sum, { answer }) => sum + answer.findingCount, 0),
    tasksWithFindings: found.length,
    worst: found.sort((a, b) => compareHarm(a.finding, b.finding))[0] ?? null,
  }
}
