import type { Access } from './access'
import { prisma } from './client'

/** One change as the audit log tells it. */
export interface AuditLine {
  id: string
  at: string
  actor: string
  action: string
  noun: string
  nounId: number
  change: unknown
}

/** The changes of a project, newest first; `before` is the id of the last line seen. */
export async function listChanges({ projectId }: Access, size: number, before?: string): Promise<AuditLine[]> {
  const id = before === undefined ? undefined : { lt: BigInt(before) }
  const entries = await prisma().auditEntry.findMany({ where: { projectId, id }, orderBy: { id: 'desc' }, take: size })
  return entries.map(({ id, at, projectId: _, ...entry }) => ({ ...entry, id: String(id), at: at.toISOString() }))
}
