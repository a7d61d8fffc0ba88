import { notFound } from 'next/navigation'
import { type Action, authorise } from '@/lib/auth/authorise'
import type { Access } from '@/lib/db/access'
import { Problem } from '@/lib/problem'

/** The right that a page needs; what does not exist, or belongs to another project, is a page that does not exist. */
export async function pageAccess(action: Action, id?: string, within?: string): Promise<Access> {
  try {
    return await authorise('session', action, id, within)
  } catch (error) {
    if (error instanceof Problem && error.status === 404) notFound()
    throw error
  }
}
