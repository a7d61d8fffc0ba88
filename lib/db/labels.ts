import type { ClientBase } from 'pg'
import { writeColumn } from './chunks'

/** Adds a source of labels; its labels follow, task by task. */
export async function createLabelSource(
  client: ClientBase,
  { datasetId, name, sourceSha256 }: { datasetId: number; name: string; sourceSha256: string },
): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    'insert into label_source (dataset_id, name, source_sha256) values ($1, $2, $3) returning id',
    [datasetId, name, sourceSha256],
  )
  return rows[0].id
}

/** Stores the labels of one source and task, and how many there are of each. */
export async function writeLabels(
  client: ClientBase,
  labelSourceId: number,
  taskId: number,
  label: Uint8Array<ArrayBuffer>,
): Promise<void> {
  let [positives, negatives] = [0, 0]
  for (const value of label) {
    if (value === 1) positives++
    else if (value === 0) negatives++
  }
  await client.query(
    'insert into labelled_task (label_source_id, task_id, positives, negatives, unknown) values ($1, $2, $3, $4, $5)',
    [labelSourceId, taskId, positives, negatives, label.length - positives - negatives],
  )
  await writeColumn(client, 'label', [labelSourceId, taskId], label)
}

/** The newest source of a dataset that has labels for tasks of these names; undefined: there is none. */
export async function findLabelSource(
  client: ClientBase,
  datasetId: number,
  tasks: readonly string[],
): Promise<{ labelSourceId: number; taskIds: Map<string, number> } | { missing: string[]; known: string[] }> {
  const { rows } = await client.query<{ source: number; task: number; name: string }>(
    `select label_source.id as source, task.id as task, task.name from label_source
     join labelled_task on label_source_id = label_source.id join task on task.id = task_id
     where dataset_id = $1 order by label_source.id desc, task.name`,
    [datasetId],
  )
  for (const source of new Set(rows.map((row) => row.source))) {
    const taskIds = new Map(rows.filter((row) => row.source === source).map(({ name, task }) => [name, task]))
    if (tasks.every((name) => taskIds.has(name))) return { labelSourceId: source, taskIds }
  }
  const known = [...new Set(rows.map(({ name }) => name))]
  return { missing: tasks.filter((name) => !known.includes(name)), known }
}
