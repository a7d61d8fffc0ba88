import type { Metadata } from 'next'
import * as z from 'zod'
import { pageAccess } from '@/app/page-access'
import { projectCrumb } from '@/app/project-crumb'
import { ImportPage } from '@/components/imports/import-page'
import { words } from '@/components/imports/words'
import { PageFrame } from '@/components/shell/page-frame'
import { words as shell } from '@/components/shell/words'
import { listDatasets } from '@/lib/db/datasets'
import { Sha256 } from '@/lib/wire/import-request'
import { ListQuery } from '@/lib/wire/listing'

export const metadata: Metadata = { title: words.title }

const Asked = z.object({ file: Sha256.optional().catch(undefined), dataset: z.coerce.number().optional() })

export default async function Import({ params, searchParams }: PageProps<'/projects/[projectId]/import'>) {
  const { projectId } = await params
  const { file, dataset } = Asked.catch({}).parse(await searchParams)
  const { rows } = await listDatasets(await pageAccess('dataset:list', projectId), ListQuery.parse({ size: 200 }))
  const imports = { name: shell.imports, href: `/projects/${projectId}/imports` }
  return (
    <PageFrame crumbs={[await projectCrumb(projectId), imports, { name: words.title }]}>
      <ImportPage projectId={Number(projectId)} sha256={file} datasetId={dataset} datasets={rows} />
    </PageFrame>
  )
}
