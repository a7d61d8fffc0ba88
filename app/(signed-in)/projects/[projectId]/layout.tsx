import { pageAccess } from '@/app/page-access'
import { Shell } from '@/components/shell/shell'
import { readProject } from '@/lib/db/projects'

export default async function ProjectLayout({ params, children }: LayoutProps<'/projects/[projectId]'>) {
  const { projectId } = await params
  const project = await readProject(await pageAccess('project:read', projectId))
  return <Shell project={project}>{children}</Shell>
}
