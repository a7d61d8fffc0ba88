import type { ClientBase } from 'pg'
import type { Access } from './access'
import type { Transaction } from './client'
import type { Prisma } from './generated/client'

/** What was changed: a noun of the glossary, its number, and what it was and is. Never a patient's key. */
export interface Change {
  noun: string
  nounId: number
  projectId: number | null
  change: Prisma.InputJsonObject
}

/** Adds the audit entry of a change, in the change's own transaction: both are kept, or neither. */
export async function recordChange(tx: Transaction | ClientBase, access: Access, entry: Change): Promise<void> {
  const { noun, nounId, projectId, change } = entry
  if ('auditEntry' in tx) {
    await tx.auditEntry.create({
      data: { actor: access.actor, action: access.action, noun, nounId, projectId, change },
    })
    return
  }
  await tx.query(
    'insert into audit_entry (actor, action, project_id, noun, noun_id, change) values ($1, $2, $3, $4, $5, $6)',
    [access.actor, access.action, projectId, noun, nounId, JSON.stringify(change)],
  )
}
