import { cache } from 'react'
import type { Crumb } from '@/components/shell/page-frame'
import { readProject } from '@/lib/db/projects'
import { pageAccess } from './page-access'

/** The way back to the project, read once a request. */
export const projectCrumb = cache(async (projectId: string): Promise<Crumb> => {
  const { name, isSynthetic } = await readProject(await pageAccess('project:read', projectId))
  return { name, href: `/projects/${projectId}`, isSynthetic }
})
