import type { ClientBase } from 'pg'
import { Problem } from '@/lib/problem'
import type { DatasetImport } from '@/lib/wire/import-request'
import type { Listed, ListQuery } from '@/lib/wire/listing'
import { Task, type TaskChange, type TaskContents } from '@/lib/wire/task'
import type { Access } from './access'
import { prisma } from './client'
import { ImportConflict } from './import-names'
import { pageArguments } from './listing'
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

/** A direction that numbers were computed with, or a name that is taken. */
export class TaskConflict extends Problem {
  readonly status = 409
}

/** The tasks of a project; a task is never archived. */
export async function listTasks({ projectId }: Access, query: ListQuery): Promise<Listed<Task>> {
  const { where: matching, ...page } = pageArguments(query)
  const where = { name: matching.name, projectId }
  const [rows, total] = await prisma().$transaction([
    prisma().task.findMany({ where, ...page }),
    prisma().task.count({ where }),
  ])
  return { rows: rows.map(wireTask), total, page: query.page, size: query.size }
}

export async function readTask({ id }: Access): Promise<Task> {
  const task = await prisma().task.findUnique({ where: { id } })
  if (!task) throw new UnknownId('task')
  return wireTask(task)
}

/** Renames, or corrects the direction as long as nothing was evaluated. */
export async function changeTask(access: Access, { name, direction }: TaskChange): Promise<Task> {
  return prisma().$transaction(async (tx) => {
    // an import that makes an evaluation holds a share of this row, through its foreign key
    await tx.$queryRaw`select id from task where id = ${access.id} for update`
    const before = await tx.task.findUnique({ where: { id: access.id } })
    if (!before) throw new UnknownId('task')
    const { id, projectId } = before
    if (
      direction !== undefined &&
      direction !== before.direction &&
      (await tx.scoredTask.count({ where: { taskId: id } })) > 0
    )
      throw new TaskConflict('This task was evaluated, so its direction is fixed: numbers were computed with it.', [
        { path: 'direction', message: 'Delete its evaluations first, or import again under another name of the task.' },
      ])
    if (name !== undefined && name !== before.name && (await tx.task.findFirst({ where: { projectId, name } })))
      throw new TaskConflict('This project has a task of that name already.', [
        { path: 'name', message: 'Choose another name.' },
      ])
    const after = await tx.task.update({ where: { id }, data: { name, direction } })
    const change = { before: wireTask(before), after: wireTask(after) }
    await recordChange(tx, access, { noun: 'task', nounId: id, projectId, change })
    return wireTask(after)
  })
}

/** What goes when it is deleted. */
export async function countTask({ id }: Access): Promise<TaskContents> {
  const where = { taskId: id }
  const [labelSources, evaluations] = await prisma().$transaction([
    prisma().labelledTask.count({ where }),
    prisma().scoredTask.count({ where }),
  ])
  return { labelSources, evaluations }
}

/** Deletes a task with its labels and scores; datasets and evaluations stay, with their other tasks. */
export async function deleteTask(access: Access): Promise<void> {
  await prisma().$transaction(
    async (tx) => {
      const before = await tx.task.findUnique({ where: { id: access.id } })
      if (!before) throw new UnknownId('task')
      await tx.task.delete({ where: { id: access.id } })
      const { id: nounId, projectId } = before
      await recordChange(tx, access, { noun: 'task', nounId, projectId, change: { before: wireTask(before) } })
    },
    { timeout: 60_000 }, // many large columns go with it
  )
}

function wireTask({ createdAt, ...rest }: { createdAt: Date }): Task {
  return Task.parse({ ...rest, createdAt: createdAt.toISOString() })
}
