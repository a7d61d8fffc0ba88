import type { Listed } from '@/lib/wire/listing'
import { OperatingPoint, type OperatingPointDraft } from '@/lib/wire/operating-point'
import { UnreadableRequest } from '@/lib/wire/unreadable-request'
import type { Access } from './access'
import { prisma, type Transaction } from './client'
import { recordChange } from './record-change'
import { UnknownId } from './unknown-id'

const include = { task: { select: { name: true } } } as const

/** Adds an operating point to the version of the access; it replaces none, and holds from now on. */
export async function createOperatingPoint(access: Access, draft: OperatingPointDraft): Promise<OperatingPoint> {
  const { id: modelVersionId, projectId } = access
  if (modelVersionId === undefined || projectId === undefined) throw new UnknownId('model version')
  const { task: name, ...rest } = draft
  return prisma().$transaction(async (tx) => {
    // two that are saved at once get moments and numbers in one order
    await tx.$queryRaw`select id from model_version where id = ${modelVersionId} for update`
    const task = await tx.task.findFirst({ where: { projectId, name }, select: { id: true } })
    if (!task) throw refused('task', 'There is no such task in this project.')
    await checkChosenOn(tx, draft, modelVersionId, task.id)
    const data = { ...rest, modelVersionId, taskId: task.id }
    const point = await tx.operatingPoint.create({ data, include })
    const change = { modelVersionId, ...draft }
    await recordChange(tx, access, { noun: 'operating-point', nounId: point.id, projectId, change })
    return wirePoint(point)
  })
}

/** The operating points of the version of the access, newest first. */
export async function listOperatingPoints(
  { id }: Access,
  { task, page, size }: { task?: string; page: number; size: number },
): Promise<Listed<OperatingPoint>> {
  const where = { modelVersionId: id, task: task === undefined ? undefined : { name: task } }
  const orderBy = [{ createdAt: 'desc' as const }, { id: 'desc' as const }]
  const [rows, total] = await prisma().$transaction([
    prisma().operatingPoint.findMany({ where, include, orderBy, skip: (page - 1) * size, take: size }),
    prisma().operatingPoint.count({ where }),
  ])
  return { rows: rows.map(wirePoint), total, page, size }
}

/** A target belongs to a rule that aims at one; what it was chosen on has scores of this version for the task. */
async function checkChosenOn(
  tx: Transaction,
  { rule, target, chosenOnId }: OperatingPointDraft,
  modelVersionId: number,
  taskId: number,
): Promise<void> {
  const aims = rule === 'sensitivity' || rule === 'specificity'
  if (aims && target === null) throw refused('target', `Say which ${rule} the rule aims at.`)
  if (!aims && target !== null) throw refused('target', `The rule ${rule} aims at nothing: leave it out.`)
  if (chosenOnId === null) return
  const isOwn = await tx.evaluation.count({ where: { id: chosenOnId, modelVersionId, tasks: { some: { taskId } } } })
  if (isOwn === 0) throw refused('chosenOnId', 'This version has no such evaluation with scores for the task.')
}

function refused(path: string, message: string): UnreadableRequest {
  return new UnreadableRequest(422, 'Some of what was sent does not fit.', [{ path, message }])
}

function wirePoint({ taskId, task, createdAt, ...rest }: OperatingPointRow): OperatingPoint {
  return OperatingPoint.parse({ ...rest, task: task.name, createdAt: createdAt.toISOString() })
}

interface OperatingPointRow {
  taskId: number
  task: { name: string }
  createdAt: Date
}
