import { answeredProblem } from '@/lib/wire/fetch-answer'

/** The model's file as the server keeps it. */
export async function fetchModel(projectId: number, versionId: number, signal?: AbortSignal): Promise<Blob> {
  const address = `/api/v1/projects/${projectId}/model-versions/${versionId}/artefact`
  const response = await fetch(address, { signal }).catch((error: unknown) => {
    if (signal?.aborted) throw error
    throw answeredProblem(0, undefined)
  })
  if (!response.ok) throw answeredProblem(response.status, await response.json().catch(() => undefined))
  return response.blob()
}
