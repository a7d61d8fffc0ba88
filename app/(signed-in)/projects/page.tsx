import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { ProjectList } from '@/components/projects/project-list'
import { projectListQuery } from '@/components/projects/queries'
import { words } from '@/components/projects/words'
import { authorise } from '@/lib/auth/authorise'
import { listProjects } from '@/lib/db/projects'
import { ListQuery } from '@/lib/wire/listing'

export const metadata: Metadata = { title: words.title }

export default async function ProjectsPage({ searchParams }: PageProps<'/projects'>) {
  const query = ListQuery.catch(ListQuery.parse({})).parse(await searchParams)
  const access = await authorise('session', 'project:list')
  const client = new QueryClient()
  await client.prefetchQuery({ ...projectListQuery(query), queryFn: () => listProjects(access, query) })
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <ProjectList query={query} />
    </HydrationBoundary>
  )
}
