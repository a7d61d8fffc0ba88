import type { Access } from '@/lib/db/access'
import { findOwner, isProject, type OwnedNoun } from '@/lib/db/owners'
import { UnknownId } from '@/lib/db/unknown-id'
import { checkSender } from './check-sender'

/** What is made or listed lies in a project, whose number goes with it; all else is about one thing. */
export type Action =
  | 'project:list'
  | 'project:create'
  | 'project:read'
  | 'project:change'
  | 'project:delete'
  | `${OwnedNoun}:${'list' | 'create'}`
  | `${OwnedNoun}:${'read' | 'change' | 'delete'}`

/**
 * Gives the right to do `action`, or refuses. Before accounts exist everybody on this machine is `local` and has all
 * rights; requests from elsewhere are refused.
 * @param from the request; `session` in a page, whose headers Next holds
 * @param id the thing, or for `list` and `create` the project in which it is to be
 * @param within the project that the address names: what belongs to another one is unknown there
 */
export async function authorise(
  from: Request | 'session',
  action: Action,
  id?: number | string,
  within?: number | string,
): Promise<Access> {
  checkSender(from === 'session' ? await pageHeaders() : from.headers)
  const [noun, verb] = action.split(':') as [OwnedNoun | 'project', string]
  if (noun === 'project' && id === undefined) return grant(action, undefined, undefined)
  const number = parseId(noun, id)
  if (noun === 'project' || verb === 'list' || verb === 'create') {
    if (!(await isProject(number))) throw new UnknownId('project')
    return grant(action, number, noun === 'project' ? number : undefined)
  }
  const owner = await findOwner(noun, number)
  if (owner === undefined || (within !== undefined && owner !== parseId('project', within))) throw new UnknownId(noun)
  return grant(action, owner, number)
}

function grant(action: string, projectId: number | undefined, id: number | undefined): Access {
  return { actor: 'local', action, projectId, id } as Access // the one place that makes one
}

function parseId(noun: string, id: number | string | undefined): number {
  const number = typeof id === 'string' && /^\d{1,10}$/.test(id) ? Number(id) : id
  if (typeof number !== 'number' || !Number.isInteger(number) || number < 1 || number > 2_147_483_647) {
    throw new UnknownId(noun)
  }
  return number
}

async function pageHeaders(): Promise<Pick<Headers, 'get'>> {
  const { headers } = await import('next/headers')
  return headers()
}
