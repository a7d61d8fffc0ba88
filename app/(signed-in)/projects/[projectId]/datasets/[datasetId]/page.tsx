import type { Metadata } from 'next'
import { pageAccess } from '@/app/page-access'
import { projectCrumb } from '@/app/project-crumb'
import { DatasetFacts } from '@/components/datasets/dataset-facts'
import { words } from '@/components/datasets/words'
import { PageFrame } from '@/components/shell/page-frame'
import { readDataset } from '@/lib/db/datasets'

export const metadata: Metadata = { title: words.list.title }

export default async function DatasetPage({ params }: PageProps<'/projects/[projectId]/datasets/[datasetId]'>) {
  const { projectId, datasetId } = await params
  const dataset = await readDataset(await pageAccess('dataset:read', datasetId, projectId))
  const list = { name: words.list.title, href: `/projects/${projectId}/datasets` }
  return (
    <PageFrame crumbs={[await projectCrumb(projectId), list, { name: dataset.name }]}>
      <div>
        <h1>{words.size(dataset)}</h1>
        <p>{dataset.name}</p>
      </div>
      <DatasetFacts dataset={dataset} />
    </PageFrame>
  )
}
