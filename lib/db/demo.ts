import { environment } from '@/lib/env'
import type { Demo } from '@/lib/wire/demo'
import type { ProjectDraft } from '@/lib/wire/project'
import type { Access } from './access'
import { prisma, type Transaction } from './client'
import { queueJob, readJob } from './jobs'
import { recordChange } from './record-change'

/** How the demonstration stands. */
export async function readDemo(access: Access): Promise<Demo> {
  const known = await findDemo(prisma())
  if (known === null && (await isFirstStart(prisma()))) return { state: 'coming', projectId: null, job: null }
  const projectId = known?.projectId ?? null
  if (projectId === null) return { state: 'absent', projectId, job: null }
  const [latest] = await demoJobs(prisma(), projectId)
  const job = latest ? await readJob({ ...access, id: latest.id }) : null
  if (job === null || job.state === 'done') return { state: 'there', projectId, job }
  return { state: job.state === 'failed' || job.state === 'cancelled' ? 'failed' : 'making', projectId, job }
}

/**
 * Makes the demonstration's project and queues the job that fills it, both or neither; a second one that asks at once
 * changes nothing.
 * @param when `first`: only on the first start, and never again; `asked`: also where it was deleted, or its job failed
 * @returns whether there is something to do now
 */
export async function startDemo(
  access: Access,
  draft: ProjectDraft,
  { when, seed }: { when: 'first' | 'asked'; seed: number },
): Promise<boolean> {
  return prisma().$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from pg_advisory_xact_lock(hashtextextended('demo', 0))`
    const known = await findDemo(tx)
    if (when === 'first' && (known !== null || !(await isFirstStart(tx)))) return false
    const projectId = known?.projectId ?? (await createDemoProject(tx, access, draft))
    const [latest] = await demoJobs(tx, projectId)
    if (latest && latest.state !== 'failed' && latest.state !== 'cancelled') return false
    await queueJob(tx, { ...access, projectId }, { kind: 'demo', request: {}, seed })
    return true
  })
}

async function createDemoProject(tx: Transaction, access: Access, draft: ProjectDraft): Promise<number> {
  const { id } = await tx.project.create({ data: { ...draft, isSynthetic: true } })
  await tx.demo.upsert({ where: { id: 1 }, create: { projectId: id }, update: { projectId: id, madeAt: new Date() } })
  const change = { ...draft, isSynthetic: true }
  await recordChange(tx, access, { noun: 'project', nounId: id, projectId: id, change })
  return id
}

const findDemo = (tx: Transaction) => tx.demo.findUnique({ where: { id: 1 } })

const demoJobs = (tx: Transaction, projectId: number) =>
  tx.job.findMany({ where: { projectId, kind: 'demo' }, orderBy: { id: 'desc' }, take: 1 })

/** Nobody ever made a project here, and nobody said that there shall be no demonstration. */
async function isFirstStart(tx: Transaction): Promise<boolean> {
  if (environment().EQUISCOPE_DEMO === '0') return false
  const [{ isFirst }] = await tx.$queryRaw<{ isFirst: boolean }[]>`
    select not exists (select from project) and not exists (select from audit_entry where noun = 'project') as "isFirst"`
  return isFirst
}

/** What of the demonstration is there already, by number. */
export async function readDemoParts(projectId: number, { dataset, model, versions }: DemoParts) {
  const own = await prisma().dataset.findFirst({ where: { projectId, name: dataset }, orderBy: { id: 'asc' } })
  const evaluations = await prisma().evaluation.findMany({
    where: { projectId, dataset: { name: dataset }, modelVersion: { model: { name: model } } },
    select: { id: true, modelVersion: { select: { id: true, name: true } } },
    orderBy: { id: 'asc' },
  })
  const pointed = await prisma().operatingPoint.findMany({ where: { modelVersion: { model: { projectId } } } })
  return {
    dataset: own && { id: own.id, isDeclared: own.prespecified !== null },
    versions: versions.map((name) => {
      const found = evaluations.find(({ modelVersion }) => modelVersion.name === name)
      if (!found) return undefined
      const { id } = found.modelVersion
      return { id, evaluationId: found.id, hasPoint: pointed.some(({ modelVersionId }) => modelVersionId === id) }
    }),
  }
}

interface DemoParts {
  dataset: string
  model: string
  versions: readonly string[]
}

/** The import of the demonstration that is under way, which its maker waits for. */
export async function findRunningImport(projectId: number): Promise<number | undefined> {
  const where = { projectId, kind: 'import', state: { in: ['queued', 'running'] } }
  return (await prisma().job.findFirst({ where, orderBy: { id: 'asc' } }))?.id
}
