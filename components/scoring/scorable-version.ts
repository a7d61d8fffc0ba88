import type { ModelVersion } from '@/lib/wire/model'

/** A version and the model that it belongs to: one that knows its file and specification can be run. */
export interface ScorableVersion {
  model: string
  version: ModelVersion
}

/** Whether all is there that a run needs. */
export const isComplete = ({ version }: ScorableVersion) =>
  version.artefact !== null && version.inputSpecification !== null
