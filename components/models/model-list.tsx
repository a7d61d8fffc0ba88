'use client'

import Link from 'next/link'
import { NamedList } from '@/components/lists/named-list'
import type { ListQuery } from '@/lib/wire/listing'
import { ModelContents } from '@/lib/wire/model'
import { modelCollection } from './model-collection'
import { words } from './words'

/** The models of a project. */
export function ModelList({ projectId, query }: { projectId: number; query: ListQuery }) {
  const collection = modelCollection(projectId)
  return (
    <NamedList
      collection={collection}
      query={query}
      say={words.list}
      columns={[]}
      contents={{ schema: ModelContents, say: words.goesWithIt }}
      href={({ id }) => `${collection.page}/${id}`}
      actions={
        <Link className="button" href={`/projects/${projectId}/scoring`}>
          {words.runOne}
        </Link>
      }
    />
  )
}
