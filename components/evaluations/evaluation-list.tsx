'use client'

import Link from 'next/link'
import { NamedList } from '@/components/lists/named-list'
import { EvaluationContents } from '@/lib/wire/evaluation'
import type { ListQuery } from '@/lib/wire/listing'
import { evaluationCollection } from './evaluation-collection'
import { RunMarks } from './run-provenance'
import { words } from './words'

/** The evaluations of a project. */
export function EvaluationList({ projectId, query }: { projectId: number; query: ListQuery }) {
  const collection = evaluationCollection(projectId)
  return (
    <NamedList
      collection={collection}
      query={query}
      say={words.list}
      columns={[
        { head: words.version, cell: ({ modelName, versionName }) => words.versionOf(modelName, versionName) },
        { head: words.dataset, cell: ({ datasetName }) => datasetName },
        { head: words.split, cell: ({ split }) => split ?? <span className="quiet">{words.wholeTable}</span> },
        { head: words.inTrainingData, cell: ({ inTrainingData }) => words.training[inTrainingData] },
        { head: words.file, cell: ({ sourceName }) => <code>{sourceName}</code> },
      ]}
      contents={{ schema: EvaluationContents, say: words.goesWithIt }}
      href={({ id }) => `${collection.page}/${id}`}
      mark={(evaluation) => <RunMarks evaluation={evaluation} />}
      actions={
        <Link className="button filled" href={`/projects/${projectId}/import`}>
          {words.import}
        </Link>
      }
    />
  )
}
