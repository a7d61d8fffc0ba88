import type { Collection } from '@/components/lists/collection'
import { Dataset } from '@/lib/wire/dataset'

/** The datasets of a project. */
export function datasetCollection(projectId: number): Collection<Dataset> {
  return {
    key: 'datasets',
    api: `/api/v1/projects/${projectId}/datasets`,
    page: `/projects/${projectId}/datasets`,
    row: Dataset,
  }
}
