import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedFile } from '@/cli/command-fixture'
import { closeConnections } from '@/lib/db/client'
import { accessForTests } from '@/lib/db/seed-for-tests'
import { standingOfFrame } from '@/lib/disparities/standing-of-frame'
import { readMetricFrame } from '@/lib/frames/read-metric-frame'
import { readEvaluationStanding, readProjectStanding } from '@/lib/frames/read-standing'
import { datasetRequest, ImportFixture } from '@/lib/jobs/import-fixture'
import { startJobs } from '@/lib/jobs/start-jobs'
import { wakeJobs } from '@/lib/jobs/wake-jobs'
import type { ImportOutcome } from '@/lib/wire/import-request'
import { MetricFrame } from '@/lib/wire/metric-frame'
import { EvaluationStanding } from '@/lib/wire/standing'
import { createTestDatabase } from '@/scripts/test-database.mjs'

const name = 'nih_chexnet_test_joined.csv.gz'
const file = sharedFile(`nih-chexnet/${name}`)
const tasks = [
  ...['Atelectasis', 'Cardiomegaly', 'Effusion', 'Infiltration', 'Mass', 'Nodule', 'Pneumonia', 'Pneumothorax'],
  ...['Consolidation', 'Edema', 'Emphysema', 'Fibrosis', 'Pleural_Thickening', 'Hernia'],
]

let jobs: { stop(): Promise<void> }
beforeAll(async () => {
  process.env.DATABASE_URL = await createTestDatabase()
  jobs = startJobs()
})
afterAll(async () => {
  await jobs.stop()
  await closeConnections()
})

test.skipIf(!file)('nih-chexnet: 14 tasks stand as their findings say', { timeout: 600_000 }, async () => {
  const project = await ImportFixture.create('nih-chexnet')
  const sha256 = await project.uploadFile(file!, name)
  const attributes = ['sex', 'age_group', 'view'].map((column) => ({
    ...{ column, name: column, concept: null, edges: [] },
    kind: column === 'view' ? ('acquisition' as const) : ('demographic' as const),
  }))
  const { outcome } = await project.import(
    datasetRequest(sha256, {
      tasks: tasks.map((task) => ({
        ...{ name: task, direction: 'disease' as const, decision: null },
        ...{ label: `label_${task}`, score: `prob_${task}` },
      })),
      attributes,
    }),
  )
  const access = accessForTests(project.projectId, (outcome as ImportOutcome).evaluationId)
  const first = await readEvaluationStanding(access)
  expect(first.tasks.map(({ task }) => task).sort()).toEqual([...tasks].sort())
  expect(new Set(first.tasks.map(({ findings }) => findings.state))).toEqual(new Set(['computing']))
  wakeJobs()
  let standing = first
  while (standing.tasks.some(({ answer }) => answer === null)) {
    await new Promise((resolve) => setTimeout(resolve, 500))
    standing = EvaluationStanding.parse(await readEvaluationStanding(access))
  }
  for (const { task, answer } of standing.tasks) {
    const { body, findings } = await readMetricFrame(access, { task })
    expect(findings.state).toBe('ready')
    expect(answer).toEqual(standingOfFrame(MetricFrame.parse(JSON.parse(String(body)))))
  }
  const found = standing.tasks.flatMap(({ answer }) => answer?.findingCount ?? [])
  const { versions, neverEvaluated } = await readProjectStanding(accessForTests(project.projectId, project.projectId))
  expect(versions[0].evaluations[0]).toMatchObject({
    ...{ tasks: 14, answered: 14, computing: 0 },
    findings: found.reduce((sum, count) => sum + count),
    worst: { task: standing.tasks[0].task, finding: standing.tasks[0].answer?.worst },
  })
  expect(neverEvaluated).toEqual(['ethnicity', 'skin_tone', 'insurance', 'language', 'site', 'scanner'])
})
