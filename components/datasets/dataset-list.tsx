'use client'

import Link from 'next/link'
import { NamedList } from '@/components/lists/named-list'
import { DatasetContents } from '@/lib/wire/dataset'
import type { ListQuery } from '@/lib/wire/listing'
import { datasetCollection } from './dataset-collection'
import { words } from './words'

/** The datasets of a project. */
export function DatasetList({ projectId, query }: { projectId: number; query: ListQuery }) {
  const collection = datasetCollection(projectId)
  return (
    <NamedList
      collection={collection}
      query={query}
      say={words.list}
      columns={[
        { head: words.images, cell: ({ examples }) => examples.toLocaleString('en'), isNumber: true },
        { head: words.patients, cell: ({ subjects }) => subjects.toLocaleString('en'), isNumber: true },
        { head: words.file, cell: ({ sourceName }) => <code>{sourceName}</code> },
      ]}
      contents={{ schema: DatasetContents, say: words.goesWithIt }}
      href={({ id }) => `${collection.page}/${id}`}
      actions={
        <Link className="button filled" href={`/projects/${projectId}/import`}>
          {words.import}
        </Link>
      }
    />
  )
}
