import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { pageAccess } from '@/app/page-access'
import { projectCrumb } from '@/app/project-crumb'
import { evaluationCollection } from '@/components/evaluations/evaluation-collection'
import { jobsQuery } from '@/components/imports/queries'
import { listedQuery } from '@/components/lists/queries'
import { latestEvaluations } from '@/components/projects/latest-evaluations'
import { ProjectOverview } from '@/components/projects/project-overview'
import { PageFrame } from '@/components/shell/page-frame'
import { words } from '@/components/shell/words'
import { listEvaluations } from '@/lib/db/evaluations'
import { listJobs } from '@/lib/db/jobs'
import { countProject, readProject } from '@/lib/db/projects'

export default async function ProjectPage({ params }: PageProps<'/projects/[projectId]'>) {
  const { projectId } = await params
  const access = await pageAccess('project:read', projectId)
  const [project, contents] = await Promise.all([readProject(access), countProject(access)])
  const client = new QueryClient()
  const evaluations = listedQuery(evaluationCollection(project.id), latestEvaluations)
  await Promise.all([
    client.prefetchQuery({ ...evaluations, queryFn: () => listEvaluations(access, latestEvaluations) }),
    client.prefetchQuery({ ...jobsQuery(project.id, 1, 5), queryFn: () => listJobs(access, { page: 1, size: 5 }) }),
  ])
  return (
    <PageFrame crumbs={[await projectCrumb(projectId), { name: words.overview }]}>
      <HydrationBoundary state={dehydrate(client)}>
        <ProjectOverview project={project} contents={contents} />
      </HydrationBoundary>
    </PageFrame>
  )
}
