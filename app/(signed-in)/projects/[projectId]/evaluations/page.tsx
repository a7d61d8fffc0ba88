import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { pageAccess } from '@/app/page-access'
import { projectCrumb } from '@/app/project-crumb'
import { evaluationCollection } from '@/components/evaluations/evaluation-collection'
import { EvaluationList } from '@/components/evaluations/evaluation-list'
import { words } from '@/components/evaluations/words'
import { listedQuery } from '@/components/lists/queries'
import { PageFrame } from '@/components/shell/page-frame'
import { listEvaluations } from '@/lib/db/evaluations'
import { ListQuery } from '@/lib/wire/listing'

export const metadata: Metadata = { title: words.list.title }

export default async function EvaluationsPage({
  params,
  searchParams,
}: PageProps<'/projects/[projectId]/evaluations'>) {
  const { projectId } = await params
  const query = ListQuery.catch(ListQuery.parse({})).parse(await searchParams)
  const access = await pageAccess('evaluation:list', projectId)
  const project = Number(projectId)
  const client = new QueryClient()
  const listed = listedQuery(evaluationCollection(project), query)
  await client.prefetchQuery({ ...listed, queryFn: () => listEvaluations(access, query) })
  return (
    <PageFrame crumbs={[await projectCrumb(projectId), { name: words.list.title }]}>
      <HydrationBoundary state={dehydrate(client)}>
        <EvaluationList projectId={project} query={query} />
      </HydrationBoundary>
    </PageFrame>
  )
}
