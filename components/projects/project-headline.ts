import { familyName } from '@/components/evaluations/attribute-names'
import { sliceName } from '@/components/evaluations/slice-name'
import type { EvaluationStanding, FamilyStanding, ProjectStanding } from '@/lib/wire/standing'
import { leadingEvaluation, versionTitle } from './shown-evaluations'
import { byFamilies, words } from './words'

const say = words.headline

/** How the models stand, in one sentence; what was never evaluated in it. */
export function projectHeadline(standing: ProjectStanding): string {
  const never = standing.versions.filter(({ evaluations }) => !evaluations.some(({ hasAttributes }) => hasAttributes))
  const lead = leadingEvaluation(standing)
  if (!lead) return standing.versions.some(({ evaluations }) => evaluations.length > 0) ? say.neverByGroup : say.nothing
  const first = leadingClaim(lead)
  return never.length > 0 ? `${first}; ${say.never(never.length)}` : first
}

function leadingClaim({ version, evaluation }: NonNullable<ReturnType<typeof leadingEvaluation>>): string {
  const name = versionTitle(version)
  const { tasks, answered, computing, worst, tasksWithFindings } = evaluation
  const soFar = computing > 0 ? say.soFar : ''
  if (worst && tasks === 1) return say.foundInOne[worst.finding.harm](name, sliceName(worst.finding.slice).text)
  if (worst) return say.found(tasksWithFindings, tasks, name) + soFar
  if (computing > 0) return say.computing(name)
  return answered === 0 ? say.notTested(name) : say.noGap(name)
}

/** By which attributes most tasks have findings; undefined: none has any, or there is one task. */
export function concernedFamilies(standing: EvaluationStanding): string | undefined {
  const concerned = tasksByFamily(standing, ({ slices }) => slices.length > 0).slice(0, 3)
  const tasks = standing.tasks.length
  return concerned.length > 0 && tasks > 1 ? say.concern(byFamilies(concerned, tasks)) : undefined
}

/** In how many tasks something holds for a family, most first; families for which it never does are left out. */
export function tasksByFamily(
  { families, tasks }: EvaluationStanding,
  holds: (family: FamilyStanding) => boolean,
): { name: string; tasks: number }[] {
  const own = tasks.flatMap(({ answer }) => answer?.families ?? [])
  return families
    .map((by) => ({
      name: familyName(by),
      tasks: own.filter((family) => family.by.join('\n') === by.join('\n') && holds(family)).length,
    }))
    .filter((family) => family.tasks > 0)
    .sort((a, b) => b.tasks - a.tasks)
}
