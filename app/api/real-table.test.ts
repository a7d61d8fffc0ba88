import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditFrame, sharedFile } from '@/cli/command-fixture'
import { closeConnections } from '@/lib/db/client'
import { accessForTests } from '@/lib/db/seed-for-tests'
import { runFindings } from '@/lib/frames/findings-job'
import { readMetricFrame } from '@/lib/frames/read-metric-frame'
import { datasetRequest, ImportFixture } from '@/lib/jobs/import-fixture'
import { startJobs } from '@/lib/jobs/start-jobs'
import type { EvaluationView } from '@/lib/wire/evaluation-view'
import type { ImportOutcome } from '@/lib/wire/import-request'
import { MetricFrame } from '@/lib/wire/metric-frame'
import { createTestDatabase } from '@/scripts/test-database.mjs'

const name = 'nih_chexnet_test_joined.csv.gz'
const file = sharedFile(`nih-chexnet/${name}`)
const tasks = [
  ...['Atelectasis', 'Cardiomegaly', 'Effusion', 'Infiltration', 'Mass', 'Nodule', 'Pneumonia', 'Pneumothorax'],
  ...['Consolidation', 'Edema', 'Emphysema', 'Fibrosis', 'Pleural_Thickening', 'Hernia'],
]
const attributes = ['sex', 'age_group', 'view']

let jobs: { stop(): Promise<void> }
beforeAll(async () => {
  process.env.DATABASE_URL = await createTestDatabase()
  jobs = startJobs()
})
afterAll(async () => {
  await jobs.stop()
  await closeConnections()
})

async function imported() {
  const project = await ImportFixture.create('nih-chexnet')
  const sha256 = await project.uploadFile(file!, name)
  const { state, outcome } = await project.import(
    datasetRequest(sha256, {
      tasks: tasks.map((task) => ({
        ...{ name: task, direction: 'disease', decision: null },
        ...{ label: `label_${task}`, score: `prob_${task}` },
      })),
      attributes: attributes.map((column) => ({
        ...{ column, name: column, concept: column.replace('_group', ''), edges: [] },
        kind: column === 'view' ? 'acquisition' : 'demographic',
      })),
    }),
  )
  expect(state).toBe('done')
  return accessForTests(project.projectId, (outcome as ImportOutcome).evaluationId)
}

test.skipIf(!file)(
  'nih-chexnet: all 14 tasks say by HTTP what the command line says',
  { timeout: 600_000 },
  async () => {
    const access = await imported()
    const by = attributes.join(',')
    const of = async (view: EvaluationView) => {
      const request = { question: '', evaluationId: access.id, view }
      const context = { jobId: 1, projectId: access.projectId!, seed: 1, signal: new AbortController().signal }
      await runFindings(request, { ...context, report: () => {} })
      return MetricFrame.parse(JSON.parse(String((await readMetricFrame(access, view)).body)))
    }
    for (const task of tasks) {
      const expected = auditFrame([file!, '--task', task, '--by', by, '--permutations', '0'])
      expect(await of({ task, by, permutations: 0, adjust: 'none' })).toEqual(expected)
    }
    const [task] = tasks
    const expected = auditFrame([
      file!,
      '--task',
      task,
      '--by',
      `${by},sex+age_group`,
      '--adjust',
      'view',
      '--permutations',
      '99',
    ])
    expect(await of({ task, by: `${by},sex+age_group`, adjust: 'view', permutations: 99 })).toEqual(expected)
  },
)
