'use client'

import { NamedList } from '@/components/lists/named-list'
import type { ListQuery } from '@/lib/wire/listing'
import { ProjectContents } from '@/lib/wire/project'
import { projectCollection } from './project-collection'
import { words } from './words'

/** All projects: find, create, rename, archive, restore, delete. */
export function ProjectList({ query }: { query: ListQuery }) {
  return (
    <NamedList
      collection={projectCollection}
      query={query}
      say={words.list}
      columns={[]}
      contents={{ schema: ProjectContents, say: words.goesWithIt }}
      href={({ id }) => `/projects/${id}`}
    />
  )
}
