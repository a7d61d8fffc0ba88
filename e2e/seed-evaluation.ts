import { type APIRequestContext, expect } from '@playwright/test'

interface Declared {
  tasks: string[]
  attributes: { column: string; kind: 'demographic' | 'acquisition'; concept: string | null; edges?: number[] }[]
  direction?: 'disease' | 'healthy'
  inTrainingData?: 'yes' | 'no' | 'unknown'
  subject?: string | null
}

/** An evaluation of a table of predictions, made through the API, without a browser. */
export async function seedEvaluation(
  request: APIRequestContext,
  projectId: number,
  table: string | Buffer,
  { tasks, attributes, direction = 'disease', inTrainingData = 'no', subject = 'patient_id' }: Declared,
  name = 'predictions.csv',
): Promise<{ id: number; url: string; api: string }> {
  const project = `/api/v1/projects/${projectId}`
  const sent = await request.post(`${project}/uploads?name=${name}`, {
    data: Buffer.from(table),
    headers: { 'content-type': 'application/octet-stream' },
  })
  const { sha256 } = await sent.json()
  const asked = await request.post(`${project}/imports`, {
    data: {
      kind: 'dataset',
      sha256,
      dataset: 'Test fold',
      model: 'DenseNet',
      version: 'v1',
      columns: { example: 'image_id', subject, split: null },
      tasks: tasks.map((task) => ({
        name: task,
        direction,
        label: `label_${task}`,
        score: `prob_${task}`,
        decision: null,
      })),
      attributes: attributes.map(({ column, kind, concept, edges = [] }) => ({
        column,
        name: column,
        kind,
        concept,
        edges,
      })),
      scoreScale: null,
      inTrainingData,
    },
  })
  expect(asked.status(), await asked.text()).toBe(202)
  const { id: jobId } = await asked.json()
  await expect
    .poll(async () => (await (await request.get(`${project}/jobs/${jobId}`)).json()).state, { timeout: 120_000 })
    .toBe('done')
  const { outcome } = await (await request.get(`${project}/jobs/${jobId}`)).json()
  const id: number = outcome.evaluationId
  return { id, url: `/projects/${projectId}/evaluations/${id}`, api: `${project}/evaluations/${id}` }
}
