import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { pageAccess } from '@/app/page-access'
import { projectCrumb } from '@/app/project-crumb'
import { JobList } from '@/components/imports/job-list'
import { words } from '@/components/imports/job-words'
import { jobsQuery } from '@/components/imports/queries'
import { PageFrame } from '@/components/shell/page-frame'
import { listJobs } from '@/lib/db/jobs'
import { ListQuery } from '@/lib/wire/listing'

export const metadata: Metadata = { title: words.title }

export default async function ImportsPage({ params, searchParams }: PageProps<'/projects/[projectId]/imports'>) {
  const { projectId } = await params
  const { page, size } = ListQuery.catch(ListQuery.parse({})).parse(await searchParams)
  const access = await pageAccess('job:list', projectId)
  const project = Number(projectId)
  const client = new QueryClient()
  await client.prefetchQuery({
    ...jobsQuery(project, page, size),
    queryFn: () => listJobs(access, { page, size }),
  })
  return (
    <PageFrame crumbs={[await projectCrumb(projectId), { name: words.title }]}>
      <HydrationBoundary state={dehydrate(client)}>
        <JobList projectId={project} page={page} />
      </HydrationBoundary>
    </PageFrame>
  )
}
