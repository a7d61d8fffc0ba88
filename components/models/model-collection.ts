import type { Collection } from '@/components/lists/collection'
import { Model } from '@/lib/wire/model'

/** The models of a project. */
export function modelCollection(projectId: number): Collection<Model> {
  return {
    key: 'models',
    api: `/api/v1/projects/${projectId}/models`,
    page: `/projects/${projectId}/models`,
    row: Model,
  }
}
