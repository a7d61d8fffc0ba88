import { pool } from './client'

/** What a right can be about, beside the project itself. */
export type OwnedNoun = 'dataset' | 'model' | 'model-version' | 'evaluation' | 'task' | 'job' | 'upload' | 'scoring-run'

const ownerOf: Record<OwnedNoun, string> = {
  dataset: 'select project_id from dataset where id = $1',
  model: 'select project_id from model where id = $1',
  'model-version': 'select project_id from model join model_version on model_id = model.id where model_version.id = $1',
  evaluation: 'select project_id from evaluation where id = $1',
  task: 'select project_id from task where id = $1',
  job: 'select project_id from job where id = $1',
  'scoring-run': 'select project_id from scoring_run where id = $1',
  upload: 'select project_id from upload where id = $1',
}

/**
 * The project to which something belongs; undefined where there is no such thing. Without Prisma, whose way takes four
 * times as long: every request begins with it.
 */
export async function findOwner(noun: OwnedNoun, id: number): Promise<number | undefined> {
  const { rows } = await pool().query<{ project_id: number }>({
    name: `owner of ${noun}`,
    text: ownerOf[noun],
    values: [id],
  })
  return rows[0]?.project_id
}

export async function isProject(id: number): Promise<boolean> {
  const { rowCount } = await pool().query({
    name: 'is project',
    text: 'select from project where id = $1',
    values: [id],
  })
  return rowCount === 1
}
