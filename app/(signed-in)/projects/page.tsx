import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { after } from 'next/server'
import { demoQuery } from '@/components/demo/demo-query'
import { listedQuery } from '@/components/lists/queries'
import { projectCollection } from '@/components/projects/project-collection'
import { ProjectList } from '@/components/projects/project-list'
import { words } from '@/components/projects/words'
import { PageFrame } from '@/components/shell/page-frame'
import { Shell } from '@/components/shell/shell'
import { authorise } from '@/lib/auth/authorise'
import { readDemo } from '@/lib/db/demo'
import { listProjects } from '@/lib/db/projects'
import { offerDemo } from '@/lib/jobs/offer-demo'
import { ListQuery } from '@/lib/wire/listing'

export const metadata: Metadata = { title: words.list.title }

export default async function ProjectsPage({ searchParams }: PageProps<'/projects'>) {
  const query = ListQuery.catch(ListQuery.parse({})).parse(await searchParams)
  const access = await authorise('session', 'project:list')
  const client = new QueryClient()
  await Promise.all([
    client.prefetchQuery({ ...listedQuery(projectCollection, query), queryFn: () => listProjects(access, query) }),
    client.prefetchQuery({ ...demoQuery, queryFn: () => readDemo(access) }),
  ])
  const demonstrating = await authorise('session', 'project:create')
  after(() => offerDemo(demonstrating)) // the first page does not wait for it
  return (
    <Shell>
      <PageFrame crumbs={[{ name: words.list.title }]}>
        <HydrationBoundary state={dehydrate(client)}>
          <ProjectList query={query} />
        </HydrationBoundary>
      </PageFrame>
    </Shell>
  )
}
