import type { ClientBase } from 'pg'
import type { DatasetImport } from '@/lib/wire/import-request'
import type { Access } from './access'
import { ImportConflict } from './import-names'
import { recordChange } from './record-change'
import { UnknownId } from './unknown-id'

type NamedTask = Pick<DatasetImport['tasks'][number], 'name' | 'direction'>

/**
 * The numbers of a project's tasks by their names; those that are not there are made. Throws `ImportConflict` when one
 * is there with another direction: it decides which error is underdiagnosis, for all evaluations alike.
 */
export async function findOrCreateTasks(
  client: ClientBase,
  access: Access,
  tasks: readonly NamedTask[],
): Promise<Map<string, number>> {
  const { projectId } = access
  if (projectId === undefined) throw new UnknownId('project')
  const found = await client.query<{ id: number; name: string; direction: string }>(
    'select id, name, direction from task where project_id = $1 and name = any($2)',
    [projectId, tasks.map(({ name }) => name)],
  )
  const known = new Map(found.rows.map((task) => [task.name, task]))
  const other = tasks.filter(({ name, direction }) => known.has(name) && known.get(name)!.direction !== direction)
  if (other.length > 0)
    throw new ImportConflict(
      'Some tasks are in this project already, with another direction. Choose the same direction, or another name.',
      other.map(({ name }) => ({
        path: `task ${name}`,
        message: `In this project its label 1 means ${known.get(name)!.direction === 'disease' ? 'disease' : 'health'}.`,
      })),
    )
  const ids = new Map<string, number>()
  for (const { name, direction } of tasks) {
    const id = known.get(name)?.id
    if (id !== undefined) ids.set(name, id)
    else {
      const { rows } = await client.query<{ id: number }>(
        'insert into task (project_id, name, direction) values ($1, $2, $3) returning id',
        [projectId, name, direction],
      )
      ids.set(name, rows[0].id)
      await recordChange(client, access, {
        noun: 'task',
        nounId: rows[0].id,
        projectId,
        change: { name, direction },
      })
    }
  }
  return ids
}
