import type { Access } from './access'
import { prisma } from './client'

/** The names of the tasks that the evaluation of the access has scores for, in the order of their import. */
export async function listEvaluationTasks({ id }: Access): Promise<string[]> {
  const scored = await prisma().scoredTask.findMany({
    where: { evaluationId: id },
    orderBy: { taskId: 'asc' },
    select: { task: { select: { name: true } } },
  })
  return scored.map(({ task }) => task.name)
}
