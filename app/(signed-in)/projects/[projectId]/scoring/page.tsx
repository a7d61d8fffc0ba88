import type { Metadata } from 'next'
import * as z from 'zod'
import { pageAccess } from '@/app/page-access'
import { projectCrumb } from '@/app/project-crumb'
import { ScoringPage } from '@/components/scoring/scoring-page'
import { PageFrame } from '@/components/shell/page-frame'
import { words as shell } from '@/components/shell/words'
import { listDatasets } from '@/lib/db/datasets'
import { listProjectVersions } from '@/lib/db/project-versions'
import { listTasks } from '@/lib/db/tasks'
import { ListQuery } from '@/lib/wire/listing'

export const metadata: Metadata = { title: shell.scoring }

const Asked = z.object({ version: z.coerce.number().optional() })
const all = ListQuery.parse({ size: 200 })

export default async function Scoring({ params, searchParams }: PageProps<'/projects/[projectId]/scoring'>) {
  const { projectId } = await params
  const { version } = Asked.catch({}).parse(await searchParams)
  const [versions, datasets, tasks] = await Promise.all([
    listProjectVersions(await pageAccess('model:list', projectId)),
    listDatasets(await pageAccess('dataset:list', projectId), all),
    listTasks(await pageAccess('task:list', projectId), all),
  ])
  return (
    <PageFrame crumbs={[await projectCrumb(projectId), { name: shell.scoring }]}>
      <ScoringPage
        projectId={Number(projectId)}
        versions={versions}
        datasets={datasets.rows}
        tasks={tasks.rows}
        versionId={version}
      />
    </PageFrame>
  )
}
