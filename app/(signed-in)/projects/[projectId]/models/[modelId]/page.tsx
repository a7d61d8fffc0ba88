import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { pageAccess } from '@/app/page-access'
import { projectCrumb } from '@/app/project-crumb'
import { ModelVersions } from '@/components/models/model-versions'
import { versionsQuery } from '@/components/models/queries'
import { words } from '@/components/models/words'
import { PageFrame } from '@/components/shell/page-frame'
import { listModelVersions } from '@/lib/db/model-versions'
import { readModel } from '@/lib/db/models'
import { ListQuery } from '@/lib/wire/listing'

export const metadata: Metadata = { title: words.list.title }

const newest = ListQuery.parse({ sort: 'created', order: 'descending', size: 200 })

export default async function ModelPage({ params }: PageProps<'/projects/[projectId]/models/[modelId]'>) {
  const { projectId, modelId } = await params
  const access = await pageAccess('model:read', modelId, projectId)
  const model = await readModel(access)
  const client = new QueryClient()
  await client.prefetchQuery({
    ...versionsQuery(model.projectId, model.id),
    queryFn: () => listModelVersions(access, newest),
  })
  const list = { name: words.list.title, href: `/projects/${projectId}/models` }
  return (
    <PageFrame crumbs={[await projectCrumb(projectId), list, { name: model.name }]}>
      <HydrationBoundary state={dehydrate(client)}>
        <ModelVersions model={model} />
      </HydrationBoundary>
    </PageFrame>
  )
}
