import type { ClientBase } from 'pg'
import { Problem } from '@/lib/problem'
import type { Access } from './access'
import { UnknownId } from './unknown-id'

/** What an import names is there already, or is not what the import says. */
export class ImportConflict extends Problem {
  readonly status = 409
}

/**
 * Locks the project until the transaction ends, so that of two imports that name the same things the second sees what
 * the first one made, and a project is not deleted under an import.
 */
export async function lockProject(client: ClientBase, { projectId }: Access): Promise<number> {
  const { rows } = await client.query('select id from project where id = $1 for no key update', [projectId])
  if (projectId === undefined || rows.length === 0) throw new UnknownId('project')
  return projectId
}

/** Throws `ImportConflict` when the project has a dataset of that name. */
export async function refuseTakenDataset(
  client: Pick<ClientBase, 'query'>,
  projectId: number | undefined,
  name: string,
): Promise<void> {
  const { rows } = await client.query('select from dataset where project_id = $1 and name = $2 limit 1', [
    projectId,
    name,
  ])
  if (rows.length > 0)
    throw new ImportConflict('This project has a dataset of that name already. Choose another name.', [
      { path: 'dataset', message: `There is a dataset named ${name}.` },
    ])
}
