'use client'

import { useQuery } from '@tanstack/react-query'
import { AddDemo } from '@/components/demo/add-demo'
import { FirstSteps } from '@/components/demo/first-steps'
import { words as first } from '@/components/demo/words'
import { NamedList } from '@/components/lists/named-list'
import { listedQuery } from '@/components/lists/queries'
import { SyntheticBadge } from '@/components/ui/synthetic-badge'
import type { ListQuery } from '@/lib/wire/listing'
import { ProjectContents } from '@/lib/wire/project'
import { projectCollection } from './project-collection'
import { words } from './words'

/** All projects: find, create, rename, archive, restore, delete. Where there is none of one's own, where to begin. */
export function ProjectList({ query }: { query: ListQuery }) {
  const { data } = useQuery(listedQuery(projectCollection, query))
  const isWhole = query.search === '' && query.archived === 'no' && query.page === 1
  const isFirst = isWhole && data?.rows.every(({ isSynthetic }) => isSynthetic)
  return (
    <NamedList
      collection={projectCollection}
      query={query}
      say={words.list}
      columns={[]}
      contents={{ schema: ProjectContents, say: words.goesWithIt }}
      href={({ id }) => `/projects/${id}`}
      mark={({ isSynthetic }) => isSynthetic && <SyntheticBadge />}
      lead={isFirst ? { headline: first.headline, content: <FirstSteps /> } : undefined}
      actions={isFirst ? undefined : <AddDemo />}
    />
  )
}
