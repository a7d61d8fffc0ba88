import type { ModelVersion } from '@/lib/wire/model'
import type { Access } from './access'
import { prisma } from './client'
import { UnknownId } from './unknown-id'
import { wireVersion } from './wire-version'

/** More than a person chooses from; the latest come first. */
const most = 500

/** The versions of all models of a project, each with its model's name, without what is archived. */
export async function listProjectVersions({ projectId }: Access): Promise<{ model: string; version: ModelVersion }[]> {
  if (projectId === undefined) throw new UnknownId('project')
  const rows = await prisma().modelVersion.findMany({
    where: { archivedAt: null, model: { projectId, archivedAt: null } },
    orderBy: { id: 'desc' },
    take: most,
    omit: { postProcessing: true },
    include: { model: { select: { name: true } } },
  })
  return rows.map(({ model, ...version }) => ({ model: model.name, version: wireVersion(version) }))
}
