import type { Metadata } from 'next'
import { pageAccess } from '@/app/page-access'
import { projectCrumb } from '@/app/project-crumb'
import { VersionPage } from '@/components/models/version-page'
import { words } from '@/components/models/words'
import { PageFrame } from '@/components/shell/page-frame'
import { readModelVersion } from '@/lib/db/model-versions'
import { readModel } from '@/lib/db/models'
import { listTasks } from '@/lib/db/tasks'
import { ListQuery } from '@/lib/wire/listing'

export const metadata: Metadata = { title: words.version }

type Props = PageProps<'/projects/[projectId]/models/[modelId]/versions/[versionId]'>

export default async function Version({ params }: Props) {
  const { projectId, modelId, versionId } = await params
  const [model, version, tasks] = await Promise.all([
    readModel(await pageAccess('model:read', modelId, projectId)),
    readModelVersion(await pageAccess('model-version:read', versionId, projectId)),
    listTasks(await pageAccess('task:list', projectId), ListQuery.parse({ size: 200 })),
  ])
  const list = { name: words.list.title, href: `/projects/${projectId}/models` }
  const own = { name: model.name, href: `/projects/${projectId}/models/${modelId}` }
  return (
    <PageFrame crumbs={[await projectCrumb(projectId), list, own, { name: version.name }]}>
      <VersionPage
        key={version.id}
        projectId={model.projectId}
        model={model.name}
        version={version}
        tasks={tasks.rows}
      />
    </PageFrame>
  )
}
