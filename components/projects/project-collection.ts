import type { Collection } from '@/components/lists/collection'
import { Project } from '@/lib/wire/project'

export const projectCollection: Collection<Project> = {
  key: 'projects',
  api: '/api/v1/projects',
  page: '/projects',
  row: Project,
}
