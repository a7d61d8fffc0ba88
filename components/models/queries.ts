import { queryOptions } from '@tanstack/react-query'
import { fetchAnswer } from '@/lib/wire/fetch-answer'
import { ModelVersionList } from '@/lib/wire/model'

export const versionsKey = (modelId: number) => ['model-versions', modelId] as const

/** The versions of a model, newest first. */
export function versionsQuery(projectId: number, modelId: number) {
  const address = `/api/v1/projects/${projectId}/models/${modelId}/versions?sort=created&order=descending&size=200`
  return queryOptions({
    queryKey: versionsKey(modelId),
    queryFn: ({ signal }) => fetchAnswer(ModelVersionList, address, { signal }),
  })
}
