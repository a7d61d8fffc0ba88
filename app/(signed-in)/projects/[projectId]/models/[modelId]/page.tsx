import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { pageAccess } from '@/app/page-access'
import { projectCrumb } from '@/app/project-crumb'
import { listedQuery } from '@/components/lists/queries'
import { versionCollection } from '@/components/models/model-collection'
import { ModelVersions } from '@/components/models/model-versions'
import { words } from '@/components/models/words'
import { PageFrame } from '@/components/shell/page-frame'
import { listModelVersions } from '@/lib/db/model-versions'
import { readModel } from '@/lib/db/models'
import { ListQuery } from '@/lib/wire/listing'

export const metadata: Metadata = { title: words.list.title }

type Props = PageProps<'/projects/[projectId]/models/[modelId]'>

export default async function ModelPage({ params, searchParams }: Props) {
  const { projectId, modelId } = await params
  const access = await pageAccess('model:read', modelId, projectId)
  const model = await readModel(access)
  const query = ListQuery.catch(ListQuery.parse({})).parse(await searchParams)
  const client = new QueryClient()
  const versions = listedQuery(versionCollection(model.projectId, model.id), query)
  await client.prefetchQuery({ ...versions, queryFn: () => listModelVersions(access, query) })
  const list = { name: words.list.title, href: `/projects/${projectId}/models` }
  return (
    <PageFrame crumbs={[await projectCrumb(projectId), list, { name: model.name }]}>
      <HydrationBoundary state={dehydrate(client)}>
        <ModelVersions model={model} query={query} />
      </HydrationBoundary>
    </PageFrame>
  )
}
