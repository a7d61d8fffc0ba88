import type { ClientBase } from 'pg'
import type { Access } from './access'
import { recordChange } from './record-change'
import { UnknownId } from './unknown-id'

/** The number of a version by its model's name and its own; what is not there is made. The project must be locked. */
export async function findOrCreateVersion(
  client: ClientBase,
  access: Access,
  { model, version }: { model: string; version: string },
): Promise<number> {
  const { projectId } = access
  if (projectId === undefined) throw new UnknownId('project')
  const one = async (text: string, values: unknown[]) => (await client.query<{ id: number }>(text, values)).rows[0]?.id
  const record = (noun: string, nounId: number, change: Record<string, string | number>) =>
    recordChange(client, access, { noun, nounId, projectId, change })

  let modelId = await one('select id from model where project_id = $1 and name = $2 order by id limit 1', [
    projectId,
    model,
  ])
  if (modelId === undefined) {
    modelId = await one('insert into model (project_id, name) values ($1, $2) returning id', [projectId, model])
    await record('model', modelId, { name: model })
  }
  await client.query('select from model where id = $1 for update', [modelId]) // as createModelVersion does
  let versionId = await one('select id from model_version where model_id = $1 and name = $2', [modelId, version])
  if (versionId === undefined) {
    versionId = await one('insert into model_version (model_id, name) values ($1, $2) returning id', [modelId, version])
    await record('model-version', versionId, { name: version, modelId })
  }
  return versionId
}
