import { words as evaluationWords } from '@/components/evaluations/words'
import { compareHarm } from '@/lib/disparities/harm-interval'
import type { ProjectStanding, VersionStanding } from '@/lib/wire/standing'

/** An evaluation and the version that it is of. */
export interface EvaluatedVersion {
  version: VersionStanding
  evaluation: VersionStanding['evaluations'][number]
}

const most = 3

/** The name by which a version is called: that of its model, and its own. */
export function versionTitle({ modelName, versionName }: VersionStanding): string {
  return evaluationWords.versionOf(modelName, versionName)
}

/** The evaluations of which the page shows every task: the latest by group of each version, the newest versions first. */
export function shownEvaluations({ versions }: ProjectStanding): EvaluatedVersion[] {
  return versions
    .flatMap((version) => {
      const evaluation = version.evaluations.find(({ hasAttributes, tasks }) => hasAttributes && tasks > 0)
      return evaluation ? [{ version, evaluation }] : []
    })
    .slice(0, most)
}

/** The one of which the headline speaks: with the worst finding; without any, the newest. */
export function leadingEvaluation(standing: ProjectStanding): EvaluatedVersion | undefined {
  const byGroup = standing.versions.flatMap((version) =>
    version.evaluations
      .filter(({ hasAttributes, tasks }) => hasAttributes && tasks > 0)
      .map((evaluation) => ({ version, evaluation })),
  )
  const [worst] = byGroup
    .filter(({ evaluation }) => evaluation.worst !== null)
    .sort((a, b) => compareHarm(a.evaluation.worst!.finding, b.evaluation.worst!.finding))
  return worst ?? byGroup[0]
}
