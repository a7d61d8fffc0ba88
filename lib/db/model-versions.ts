import { Problem } from '@/lib/problem'
import type { Listed, ListQuery } from '@/lib/wire/listing'
import type {
  ModelVersion,
  ModelVersionChange,
  ModelVersionContents,
  ModelVersionCopy,
  ModelVersionDraft,
} from '@/lib/wire/model'
import type { Access } from './access'
import { prisma, type Transaction } from './client'
import { archivedAt, pageArguments } from './listing'
import { recordChange } from './record-change'
import { UnknownId } from './unknown-id'
import { wireVersion } from './wire-version'

/** A model has one version of each name. */
export class NameTaken extends Problem {
  readonly status = 409

  constructor() {
    super('This model has a version of that name already. Choose another name.')
  }
}

/** A version cannot be made from one that was made from it. */
export class CircularLineage extends Problem {
  readonly status = 409

  constructor() {
    super('That version was made from this one, so it cannot be what this one was made from.', [
      { path: 'parentId', message: 'Choose a version that does not come from this one.' },
    ])
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
  artefactSha256: true,
  artefactBytes: true,
  artefactIsKept: true,
  inputSpecification: true,
  createdAt: true,
  archivedAt: true,
} as const

/** Adds a version to the model of the access; its parent must belong to the same project. */
export async function createModelVersion(access: Access, draft: ModelVersionDraft): Promise<ModelVersion> {
  const { id: modelId, projectId } = access
  if (modelId === undefined || projectId === undefined) throw new UnknownId('model')
  return prisma().$transaction(async (tx) => {
    await checkParent(tx, draft.parentId, projectId)
    await checkName(tx, modelId, draft.name)
    const version = await tx.modelVersion.create({ data: { ...draft, modelId }, select })
    await recordChange(tx, access, { noun: 'model-version', nounId: version.id, projectId, change: { ...draft } })
    return wireVersion(version)
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
  const versions = rows.map((row) => wireVersion(row))
  return { rows: versions, total, page: query.page, size: query.size }
}

export async function readModelVersion({ id }: Access): Promise<ModelVersion> {
  const version = await prisma().modelVersion.findUnique({ where: { id }, select })
  if (!version) throw new UnknownId('model version')
  return wireVersion(version)
}

/** Renames, describes, archives or restores. */
export async function changeModelVersion(
  access: Access,
  { archived, ...rest }: ModelVersionChange,
): Promise<ModelVersion> {
  const { id, projectId } = access
  if (id === undefined || projectId === undefined) throw new UnknownId('model version')
  return prisma().$transaction(async (tx) => {
    const before = await tx.modelVersion.findUnique({ where: { id }, select })
    if (!before) throw new UnknownId('model version')
    await checkParent(tx, rest.parentId ?? null, projectId, id)
    if (rest.name !== undefined && rest.name !== before.name) await checkName(tx, before.modelId, rest.name)
    const data = { ...rest, archivedAt: archivedAt(archived) }
    const after = await tx.modelVersion.update({ where: { id }, data, select })
    const change = { before: wireVersion(before), after: wireVersion(after) }
    await recordChange(tx, access, { noun: 'model-version', nounId: id, projectId, change })
    return wireVersion(after)
  })
}

/** Adds a version with the file, specification and origin of another one, made from it; nothing was evaluated with it. */
export async function copyModelVersion(access: Access, { name }: ModelVersionCopy): Promise<ModelVersion> {
  const { id, projectId } = access
  if (id === undefined || projectId === undefined) throw new UnknownId('model version')
  return prisma().$transaction(async (tx) => {
    await tx.$queryRaw`select from model_version where id = ${id} for key share` // its file is not removed meanwhile
    const from = await tx.modelVersion.findUnique({
      where: { id },
      omit: { id: true, createdAt: true, archivedAt: true },
    })
    if (!from) throw new UnknownId('model version')
    await checkName(tx, from.modelId, name)
    const { inputSpecification, postProcessing, ...rest } = from
    const json = { inputSpecification: inputSpecification ?? undefined, postProcessing: postProcessing ?? undefined }
    const copy = await tx.modelVersion.create({ data: { ...rest, ...json, name, parentId: id }, select })
    await recordChange(tx, access, { noun: 'model-version', nounId: copy.id, projectId, change: { name, from: id } })
    return wireVersion(copy)
  })
}

/** What goes when it is deleted. */
export async function countModelVersion({ id }: Access): Promise<ModelVersionContents> {
  return { evaluations: await prisma().evaluation.count({ where: { modelVersionId: id } }) }
}

/** Deletes a version with its evaluations; versions that were made from it stay. */
export async function deleteModelVersion(access: Access): Promise<void> {
  const { id, projectId } = access
  if (id === undefined || projectId === undefined) throw new UnknownId('model version')
  await prisma().$transaction(
    async (tx) => {
      const before = await tx.modelVersion.findUnique({ where: { id }, select })
      if (!before) throw new UnknownId('model version')
      await tx.modelVersion.delete({ where: { id } })
      const change = { before: wireVersion(before) }
      await recordChange(tx, access, { noun: 'model-version', nounId: id, projectId, change })
    },
    { timeout: 60_000 }, // many large columns go with it
  )
}

/** A parent belongs to the same project, and is no descendant. */
async function checkParent(tx: Transaction, parentId: number | null, projectId: number, own?: number): Promise<void> {
  if (parentId === null) return
  const parent = await tx.modelVersion.findFirst({ where: { id: parentId, model: { projectId } } })
  if (!parent) throw new UnknownId('parent version')
  for (let at: number | null = parentId; at !== null; ) {
    if (at === own) throw new CircularLineage()
    at = (await tx.modelVersion.findUnique({ where: { id: at }, select: { parentId: true } }))?.parentId ?? null
  }
}

/** Within the transaction's own order: a second one of the name waits for the first, then finds it. */
async function checkName(tx: Transaction, modelId: number, name: string): Promise<void> {
  await tx.$queryRaw`select id from model where id = ${modelId} for update`
  if (await tx.modelVersion.findFirst({ where: { modelId, name } })) throw new NameTaken()
}
