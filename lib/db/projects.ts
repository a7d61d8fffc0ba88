import type { Listed, ListQuery } from '@/lib/wire/listing'
import type { Project, ProjectChange, ProjectContents, ProjectDraft } from '@/lib/wire/project'
import type { Access } from './access'
import { prisma } from './client'
import { archivedAt, pageArguments, withTimes } from './listing'
import { recordChange } from './record-change'
import { UnknownId } from './unknown-id'

export async function createProject(access: Access, draft: ProjectDraft): Promise<Project> {
  return prisma().$transaction(async (tx) => {
    const project = await tx.project.create({ data: draft })
    await recordChange(tx, access, { noun: 'project', nounId: project.id, projectId: project.id, change: { ...draft } })
    return withTimes(project)
  })
}

export async function listProjects(_access: Access, query: ListQuery): Promise<Listed<Project>> {
  const { where, ...page } = pageArguments(query)
  const [rows, total] = await prisma().$transaction([
    prisma().project.findMany({ where, ...page }),
    prisma().project.count({ where }),
  ])
  return { rows: rows.map(withTimes), total, page: query.page, size: query.size }
}

export async function readProject({ id }: Access): Promise<Project> {
  const project = await prisma().project.findUnique({ where: { id } })
  if (!project) throw new UnknownId('project')
  return withTimes(project)
}

/** Renames, describes, archives or restores. */
export async function changeProject(access: Access, { archived, ...rest }: ProjectChange): Promise<Project> {
  return prisma().$transaction(async (tx) => {
    const before = await tx.project.findUnique({ where: { id: access.id } })
    if (!before) throw new UnknownId('project')
    const after = await tx.project.update({
      where: { id: access.id },
      data: { ...rest, archivedAt: archivedAt(archived) },
    })
    const change = { before: withTimes(before), after: withTimes(after) }
    await recordChange(tx, access, { noun: 'project', nounId: after.id, projectId: after.id, change })
    return withTimes(after)
  })
}

/** What goes when it is deleted. */
export async function countProject({ id }: Access): Promise<ProjectContents> {
  const where = { projectId: id }
  const [datasets, models, evaluations] = await prisma().$transaction([
    prisma().dataset.count({ where }),
    prisma().model.count({ where }),
    prisma().evaluation.count({ where }),
  ])
  return { datasets, models, evaluations }
}

/** Deletes a project with all that belongs to it. */
export async function deleteProject(access: Access): Promise<void> {
  await prisma().$transaction(
    async (tx) => {
      const gone = await tx.project.deleteMany({ where: { id: access.id } })
      if (gone.count === 0 || access.id === undefined) throw new UnknownId('project')
      await recordChange(tx, access, { noun: 'project', nounId: access.id, projectId: access.id, change: {} })
    },
    { timeout: 60_000 }, // it may wait for an import that is just ending
  )
}
