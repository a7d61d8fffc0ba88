import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { pageAccess } from '@/app/page-access'
import { projectCrumb } from '@/app/project-crumb'
import { JobView } from '@/components/imports/job-view'
import { words } from '@/components/imports/job-words'
import { jobQuery } from '@/components/imports/queries'
import { PageFrame } from '@/components/shell/page-frame'
import { readJob } from '@/lib/db/jobs'
import { Sha256 } from '@/lib/wire/import-request'

export const metadata: Metadata = { title: words.title }

export default async function JobPage({ params, searchParams }: PageProps<'/projects/[projectId]/imports/[jobId]'>) {
  const { projectId, jobId } = await params
  const file = Sha256.optional()
    .catch(undefined)
    .parse((await searchParams).file)
  const access = await pageAccess('job:read', jobId, projectId)
  const [project, job] = [Number(projectId), await readJob(access)]
  const client = new QueryClient()
  client.setQueryData(jobQuery(project, job.id).queryKey, job)
  const list = { name: words.title, href: `/projects/${projectId}/imports` }
  return (
    <PageFrame crumbs={[await projectCrumb(projectId), list, { name: words.name(words.kinds[job.kind], job.id) }]}>
      <HydrationBoundary state={dehydrate(client)}>
        <JobView projectId={project} jobId={job.id} sha256={file} />
      </HydrationBoundary>
    </PageFrame>
  )
}
