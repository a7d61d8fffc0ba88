import type { ClientBase } from 'pg'
import type { Dataset, DatasetContents, NamedChange } from '@/lib/wire/dataset'
import type { Listed, ListQuery } from '@/lib/wire/listing'
import type { Access } from './access'
import { prisma } from './client'
import { archivedAt, pageArguments, withTimes } from './listing'
import { recordChange } from './record-change'
import { UnknownId } from './unknown-id'

/** A dataset as its import knows it, before it has a number. */
export interface DatasetDraft {
  projectId: number
  name: string
  sourceName: string
  sourceSha256: string
  examples: number
  subjects: number
  previousId?: number
}

/** Has an answer of its own: lib/db/prespecified.ts. */
const omit = { prespecified: true, prespecifiedNote: true, prespecifiedAt: true } as const

/** Adds a dataset's own row and its audit entry, in the transaction that also writes its keys and chunks. */
export async function createDataset(client: ClientBase, access: Access, draft: DatasetDraft): Promise<number> {
  const { projectId, name, sourceName, sourceSha256, examples, subjects, previousId } = draft
  const { rows } = await client.query<{ id: number }>(
    `insert into dataset (project_id, name, source_name, source_sha256, examples, subjects, previous_id)
     values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [projectId, name, sourceName, sourceSha256, examples, subjects, previousId ?? null],
  )
  const [{ id }] = rows
  await recordChange(client, access, { noun: 'dataset', nounId: id, projectId, change: { ...draft } })
  return id
}

export async function listDatasets({ projectId }: Access, query: ListQuery): Promise<Listed<Dataset>> {
  const { where: matching, ...page } = pageArguments(query)
  const where = { ...matching, projectId }
  const [rows, total] = await prisma().$transaction([
    prisma().dataset.findMany({ where, omit, ...page }),
    prisma().dataset.count({ where }),
  ])
  return { rows: rows.map(withTimes), total, page: query.page, size: query.size }
}

export async function readDataset({ id }: Access): Promise<Dataset> {
  const dataset = await prisma().dataset.findUnique({ where: { id }, omit })
  if (!dataset) throw new UnknownId('dataset')
  return withTimes(dataset)
}

/** Renames, describes, archives or restores. */
export async function changeDataset(access: Access, { archived, ...rest }: NamedChange): Promise<Dataset> {
  return prisma().$transaction(async (tx) => {
    const before = await tx.dataset.findUnique({ where: { id: access.id }, omit })
    if (!before) throw new UnknownId('dataset')
    const after = await tx.dataset.update({
      where: { id: access.id },
      omit,
      data: { ...rest, archivedAt: archivedAt(archived) },
    })
    const change = { before: withTimes(before), after: withTimes(after) }
    await recordChange(tx, access, { noun: 'dataset', nounId: after.id, projectId: after.projectId, change })
    return withTimes(after)
  })
}

/** What goes when it is deleted. */
export async function countDataset(access: Access): Promise<DatasetContents> {
  const where = { datasetId: access.id }
  const { examples } = await readDataset(access)
  const [attributeSets, labelSources, evaluations] = await prisma().$transaction([
    prisma().attributeSet.count({ where }),
    prisma().labelSource.count({ where }),
    prisma().evaluation.count({ where }),
  ])
  return { examples, attributeSets, labelSources, evaluations }
}

/** Deletes a dataset with its keys, attributes, labels and evaluations. */
export async function deleteDataset(access: Access): Promise<void> {
  await prisma().$transaction(
    async (tx) => {
      const before = await tx.dataset.findUnique({ where: { id: access.id }, omit })
      if (!before) throw new UnknownId('dataset')
      await tx.dataset.delete({ where: { id: access.id } })
      const change = { before: withTimes(before) }
      await recordChange(tx, access, { noun: 'dataset', nounId: before.id, projectId: before.projectId, change })
    },
    { timeout: 60_000 }, // it may wait for an import that is just ending
  )
}
