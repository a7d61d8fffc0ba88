import type { Collection } from '@/components/lists/collection'
import { Evaluation } from '@/lib/wire/evaluation'

/** The evaluations of a project. */
export function evaluationCollection(projectId: number): Collection<Evaluation> {
  return {
    key: 'evaluations',
    api: `/api/v1/projects/${projectId}/evaluations`,
    page: `/projects/${projectId}/evaluations`,
    row: Evaluation,
  }
}
