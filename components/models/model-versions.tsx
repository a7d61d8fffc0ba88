'use client'

import { NamedList } from '@/components/lists/named-list'
import type { ListQuery } from '@/lib/wire/listing'
import { type Model, ModelVersionContents } from '@/lib/wire/model'
import { versionCollection } from './model-collection'
import { VersionForm } from './version-form'
import { words } from './words'

/** The versions of a model. */
export function ModelVersions({ model, query }: { model: Model; query: ListQuery }) {
  const { id, projectId, name } = model
  const said = (text: string | null) => text ?? <span className="quiet">{words.notSaid}</span>
  return (
    <NamedList
      collection={versionCollection(projectId, id)}
      query={query}
      say={{ ...words.versions, title: words.versionsOf(name) }}
      href={({ id: version }) => `/projects/${projectId}/models/${id}/versions/${version}`}
      columns={[
        {
          head: words.file,
          cell: ({ artefact, sha256 }) =>
            sha256 ? words.ready : <span className="quiet">{artefact ? words.noInput : words.noFile}</span>,
        },
        { head: words.foundationModel, cell: ({ foundationModel }) => said(foundationModel) },
        { head: words.adaptation, cell: ({ adaptation }) => said(adaptation) },
        { head: words.trainingData, cell: ({ trainingData }) => said(trainingData) },
      ]}
      contents={{ schema: ModelVersionContents, say: words.goesWithVersion }}
      form={(onClose) => <VersionForm projectId={projectId} modelId={id} onClose={onClose} />}
    />
  )
}
