import { prisma } from './client'

/** What a right can be about, beside the project itself. */
export type OwnedNoun = 'dataset' | 'model' | 'model-version' | 'evaluation' | 'task' | 'job' | 'upload'

const select = { projectId: true } as const

const projectOf: Record<OwnedNoun, (id: number) => Promise<{ projectId: number } | null>> = {
  dataset: (id) => prisma().dataset.findUnique({ where: { id }, select }),
  model: (id) => prisma().model.findUnique({ where: { id }, select }),
  'model-version': async (id) =>
    (await prisma().modelVersion.findUnique({ where: { id }, select: { model: { select } } }))?.model ?? null,
  evaluation: (id) => prisma().evaluation.findUnique({ where: { id }, select }),
  task: (id) => prisma().task.findUnique({ where: { id }, select }),
  job: (id) => prisma().job.findUnique({ where: { id }, select }),
  upload: (id) => prisma().upload.findUnique({ where: { id }, select }),
}

/** The project to which something belongs; undefined where there is no such thing. */
export async function findOwner(noun: OwnedNoun, id: number): Promise<number | undefined> {
  return (await projectOf[noun](id))?.projectId
}

export async function isProject(id: number): Promise<boolean> {
  return (await prisma().project.findUnique({ where: { id }, select: { id: true } })) !== null
}
