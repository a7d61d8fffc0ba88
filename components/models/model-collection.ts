import type { Collection } from '@/components/lists/collection'
import { Model, ModelVersion } from '@/lib/wire/model'

/** The models of a project. */
export function modelCollection(projectId: number): Collection<Model> {
  return {
    key: 'models',
    api: `/api/v1/projects/${projectId}/models`,
    page: `/projects/${projectId}/models`,
    row: Model,
  }
}

/** The versions of a model. */
export function versionCollection(projectId: number, modelId: number): Collection<ModelVersion> {
  const { api, page } = modelCollection(projectId)
  return {
    key: 'model-versions',
    api: `${api}/${modelId}/versions`,
    one: `/api/v1/projects/${projectId}/model-versions`,
    page: `${page}/${modelId}`,
    row: ModelVersion,
  }
}
