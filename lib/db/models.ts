import type { NamedChange } from '@/lib/wire/dataset'
import type { Listed, ListQuery } from '@/lib/wire/listing'
import type { Model, ModelContents, ModelDraft } from '@/lib/wire/model'
import type { Access } from './access'
import { prisma } from './client'
import { archivedAt, pageArguments, withTimes } from './listing'
import { recordChange } from './record-change'
import { UnknownId } from './unknown-id'

export async function createModel(access: Access, draft: ModelDraft): Promise<Model> {
  const { projectId } = access
  if (projectId === undefined) throw new UnknownId('project')
  return prisma().$transaction(async (tx) => {
    const model = await tx.model.create({ data: { ...draft, projectId } })
    await recordChange(tx, access, { noun: 'model', nounId: model.id, projectId, change: { ...draft } })
    return withTimes(model)
  })
}

export async function listModels({ projectId }: Access, query: ListQuery): Promise<Listed<Model>> {
  const { where: matching, ...page } = pageArguments(query)
  const where = { ...matching, projectId }
  const [rows, total] = await prisma().$transaction([
    prisma().model.findMany({ where, ...page }),
    prisma().model.count({ where }),
  ])
  return { rows: rows.map(withTimes), total, page: query.page, size: query.size }
}

export async function readModel({ id }: Access): Promise<Model> {
  const model = await prisma().model.findUnique({ where: { id } })
  if (!model) throw new UnknownId('model')
  return withTimes(model)
}

/** Renames, describes, archives or restores. */
export async function changeModel(access: Access, { archived, ...rest }: NamedChange): Promise<Model> {
  return prisma().$transaction(async (tx) => {
    const before = await tx.model.findUnique({ where: { id: access.id } })
    if (!before) throw new UnknownId('model')
    const after = await tx.model.update({
      where: { id: access.id },
      data: { ...rest, archivedAt: archivedAt(archived) },
    })
    const change = { before: withTimes(before), after: withTimes(after) }
    await recordChange(tx, access, { noun: 'model', nounId: after.id, projectId: after.projectId, change })
    return withTimes(after)
  })
}

/** What goes when it is deleted. */
export async function countModel({ id }: Access): Promise<ModelContents> {
  const [versions, evaluations] = await prisma().$transaction([
    prisma().modelVersion.count({ where: { modelId: id } }),
    prisma().evaluation.count({ where: { modelVersion: { modelId: id } } }),
  ])
  return { versions, evaluations }
}

/** Deletes a model with its versions and their evaluations. */
export async function deleteModel(access: Access): Promise<void> {
  await prisma().$transaction(
    async (tx) => {
      const before = await tx.model.findUnique({ where: { id: access.id } })
      if (!before) throw new UnknownId('model')
      await tx.model.delete({ where: { id: access.id } })
      const change = { before: withTimes(before) }
      await recordChange(tx, access, { noun: 'model', nounId: before.id, projectId: before.projectId, change })
    },
    { timeout: 60_000 }, // many large columns go with it
  )
}
