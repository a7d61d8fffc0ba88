import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { pageAccess } from '@/app/page-access'
import { projectCrumb } from '@/app/project-crumb'
import { listedQuery } from '@/components/lists/queries'
import { modelCollection } from '@/components/models/model-collection'
import { ModelList } from '@/components/models/model-list'
import { words } from '@/components/models/words'
import { PageFrame } from '@/components/shell/page-frame'
import { listModels } from '@/lib/db/models'
import { ListQuery } from '@/lib/wire/listing'

export const metadata: Metadata = { title: words.list.title }

export default async function ModelsPage({ params, searchParams }: PageProps<'/projects/[projectId]/models'>) {
  const { projectId } = await params
  const query = ListQuery.catch(ListQuery.parse({})).parse(await searchParams)
  const access = await pageAccess('model:list', projectId)
  const project = Number(projectId)
  const client = new QueryClient()
  const listed = listedQuery(modelCollection(project), query)
  await client.prefetchQuery({ ...listed, queryFn: () => listModels(access, query) })
  return (
    <PageFrame crumbs={[await projectCrumb(projectId), { name: words.list.title }]}>
      <HydrationBoundary state={dehydrate(client)}>
        <ModelList projectId={project} query={query} />
      </HydrationBoundary>
    </PageFrame>
  )
}
