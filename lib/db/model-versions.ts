import { Problem } from '@/lib/problem'
import type { Listed, ListQuery } from '@/lib/wire/listing'
import { ModelVersion, type ModelVersionDraft } from '@/lib/wire/model'
import type { Access } from './access'
import { prisma } from './client'
import { pageArguments, withTimes } from './listing'
import { recordChange } from './record-change'
import { UnknownId } from './unknown-id'

/** A model has one version of each name. */
export class NameTaken extends Problem {
  readonly status = 409

  constructor() {
    super('This model has a version of that name already. Choose another name.')
  }
}

const select = {
  id: true,
  modelId: true,
  name: true,
  foundationModel: true,
  adaptation: true,
  parentId: true,
  trainingData: true,
  createdAt: true,
  archivedAt: true,
} as const

/** Adds a version to the model of the access; its parent must belong to the same project. */
export async function createModelVersion(access: Access, draft: ModelVersionDraft): Promise<ModelVersion> {
  const { id: modelId, projectId } = access
  if (modelId === undefined || projectId === undefined) throw new UnknownId('model')
  return prisma().$transaction(async (tx) => {
    if (draft.parentId !== null) {
      const parent = await tx.modelVersion.findFirst({ where: { id: draft.parentId, model: { projectId } } })
      if (!parent) throw new UnknownId('parent version')
    }
    // in the transaction's own order: a second one of the name waits for the first, then finds it
    await tx.$queryRaw`select id from model where id = ${modelId} for update`
    if (await tx.modelVersion.findFirst({ where: { modelId, name: draft.name } })) throw new NameTaken()
    const version = await tx.modelVersion.create({ data: { ...draft, modelId }, select })
    await recordChange(tx, access, { noun: 'model-version', nounId: version.id, projectId, change: { ...draft } })
    return ModelVersion.parse(withTimes(version))
  })
}

/** The versions of the model of the access. */
export async function listModelVersions({ id }: Access, query: ListQuery): Promise<Listed<ModelVersion>> {
  const { where: matching, ...page } = pageArguments(query)
  const where = { ...matching, modelId: id }
  const [rows, total] = await prisma().$transaction([
    prisma().modelVersion.findMany({ where, ...page, select }),
    prisma().modelVersion.count({ where }),
  ])
  const versions = rows.map((row) => ModelVersion.parse(withTimes(row)))
  return { rows: versions, total, page: query.page, size: query.size }
}
