import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { pageAccess } from '@/app/page-access'
import { projectCrumb } from '@/app/project-crumb'
import { standingQuery } from '@/components/evaluations/standing-query'
import { jobsQuery } from '@/components/imports/queries'
import { ProjectOverview } from '@/components/projects/project-overview'
import { projectStandingQuery } from '@/components/projects/project-standing-query'
import { shownEvaluations } from '@/components/projects/shown-evaluations'
import { PageFrame } from '@/components/shell/page-frame'
import { words } from '@/components/shell/words'
import { listJobs } from '@/lib/db/jobs'
import { countProject, readProject } from '@/lib/db/projects'
import { readEvaluationStanding, readProjectStanding } from '@/lib/frames/read-standing'

export default async function ProjectPage({ params }: PageProps<'/projects/[projectId]'>) {
  const { projectId } = await params
  const access = await pageAccess('project:read', projectId)
  const [project, contents] = await Promise.all([readProject(access), countProject(access)])
  const client = new QueryClient()
  const standing = await readProjectStanding(access)
  for (const { evaluation } of shownEvaluations(standing)) {
    const { evaluationId } = evaluation
    const own = await pageAccess('evaluation:read', String(evaluationId), projectId)
    await client.prefetchQuery({
      ...standingQuery(project.id, evaluationId),
      queryFn: () => readEvaluationStanding(own), // may start tests: what the project says of them comes after
    })
  }
  await Promise.all([
    client.prefetchQuery({ ...projectStandingQuery(project.id), queryFn: () => readProjectStanding(access) }),
    client.prefetchQuery({ ...jobsQuery(project.id, 1, 5), queryFn: () => listJobs(access, { page: 1, size: 5 }) }),
  ])
  return (
    <PageFrame crumbs={[await projectCrumb(projectId), { name: words.overview }]}>
      <HydrationBoundary state={dehydrate(client)}>
        <ProjectOverview project={project} isEmpty={contents.datasets + contents.models + contents.evaluations === 0} />
      </HydrationBoundary>
    </PageFrame>
  )
}
