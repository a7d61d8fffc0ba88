import type { Access } from './access'
import { onOneConnection } from './client'
import { createDataset } from './datasets'
import { createEvaluation } from './evaluations'
import { originOf } from './run-of-import'

/** A right without a request, for tests. */
export function accessForTests(projectId?: number, id?: number): Access {
  return { actor: 'local', action: 'test', projectId, id } as Access
}

/** A project with one dataset, task, model version, label source and evaluation, without any chunk. */
export async function seedEvaluation({ examples = 0 } = {}) {
  return onOneConnection(async (client) => {
    const insert = async (text: string, values: unknown[] = []) =>
      (await client.query<{ id: number }>(`${text} returning id`, values)).rows[0].id
    const sha256 = '0'.repeat(64)
    const projectId = await insert(`insert into project (name) values ('Seeded')`)
    const access = accessForTests(projectId)
    const source = { sourceName: 'seeded.csv', sourceSha256: sha256 }
    const datasetId = await createDataset(client, access, {
      projectId,
      name: 'Seeded',
      ...source,
      examples,
      subjects: examples,
    })
    const taskId = await insert(`insert into task (project_id, name, direction) values ($1, 'pneumonia', 'disease')`, [
      projectId,
    ])
    const modelId = await insert(`insert into model (project_id, name) values ($1, 'Seeded')`, [projectId])
    const modelVersionId = await insert(`insert into model_version (model_id, name) values ($1, '1')`, [modelId])
    const labelSourceId = await insert(
      `insert into label_source (dataset_id, name, source_sha256) values ($1, 'reports', $2)`,
      [datasetId, sha256],
    )
    const attributeSetId = await insert(
      `insert into attribute_set (dataset_id, name, source_sha256, cells, level_of) values ($1, 'first', $2, 0, '')`,
      [datasetId, sha256],
    )
    const draft = { projectId, datasetId, modelVersionId, labelSourceId, name: 'Seeded', split: null, ...source }
    const rest = { scoreScale: 'probability', inTrainingData: 'unknown', ...originOf(undefined) } as const
    const evaluationId = await createEvaluation(client, access, { ...draft, ...rest })
    return { projectId, datasetId, taskId, modelId, modelVersionId, labelSourceId, attributeSetId, evaluationId }
  })
}
