import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { pageAccess } from '@/app/page-access'
import { projectCrumb } from '@/app/project-crumb'
import { datasetCollection } from '@/components/datasets/dataset-collection'
import { DatasetList } from '@/components/datasets/dataset-list'
import { words } from '@/components/datasets/words'
import { listedQuery } from '@/components/lists/queries'
import { PageFrame } from '@/components/shell/page-frame'
import { listDatasets } from '@/lib/db/datasets'
import { ListQuery } from '@/lib/wire/listing'

export const metadata: Metadata = { title: words.list.title }

export default async function DatasetsPage({ params, searchParams }: PageProps<'/projects/[projectId]/datasets'>) {
  const { projectId } = await params
  const query = ListQuery.catch(ListQuery.parse({})).parse(await searchParams)
  const access = await pageAccess('dataset:list', projectId)
  const project = Number(projectId)
  const client = new QueryClient()
  const listed = listedQuery(datasetCollection(project), query)
  await client.prefetchQuery({ ...listed, queryFn: () => listDatasets(access, query) })
  return (
    <PageFrame crumbs={[await projectCrumb(projectId), { name: words.list.title }]}>
      <HydrationBoundary state={dehydrate(client)}>
        <DatasetList projectId={project} query={query} />
      </HydrationBoundary>
    </PageFrame>
  )
}
