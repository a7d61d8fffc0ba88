import type { APIRequestContext } from '@playwright/test'
import { EvaluationStanding } from '@/lib/wire/standing'
import { expect, expectAccessible, test } from './equiscope'
import { predictionsTable, womenMissed } from './tables'

const alike = { positives: 200, found: 160, negatives: 200, flagged: 20 }

/** Two tasks: of Pneumonia women are found less, of Edema as much as men. */
function twoTasks(): string {
  const first = predictionsTable(womenMissed).trimEnd().split('\n')
  const second = predictionsTable({ F: alike, M: alike }, { task: 'Edema' }).trimEnd().split('\n')
  return [...first.map((line, at) => `${line},${second[at].split(',').slice(-2).join()}`), ''].join('\n')
}

/** Imports a table by the interface; answers with the number of the evaluation. */
async function importTable(request: APIRequestContext, projectId: number): Promise<number> {
  const home = `/api/v1/projects/${projectId}`
  const headers = { 'content-type': 'application/octet-stream' }
  const upload = await request.post(`${home}/uploads?name=two-tasks.csv`, { data: twoTasks(), headers })
  const { sha256 } = await upload.json()
  const attribute = (column: string, kind: string) => ({ column, name: column, kind, concept: column, edges: [] })
  const started = await request.post(`${home}/imports`, {
    data: {
      ...{ kind: 'dataset', sha256, dataset: 'Emergency room', model: 'Detector', version: '1' },
      columns: { example: 'image_id', subject: 'patient_id', split: null },
      tasks: ['Pneumonia', 'Edema'].map((name) => ({
        ...{ name, direction: 'disease', label: `label_${name}`, score: `prob_${name}`, decision: null },
      })),
      attributes: [attribute('sex', 'demographic'), attribute('view', 'acquisition')],
      ...{ scoreScale: null, inTrainingData: 'no' },
    },
  })
  const { id } = await started.json()
  let job = { state: 'queued', outcome: { evaluationId: 0 } }
  await expect
    .poll(async () => {
      job = await (await request.get(`${home}/jobs/${id}`)).json()
      return job.state
    })
    .toBe('done')
  return job.outcome.evaluationId
}

test('an empty project says what to do first', async ({ page, project }) => {
  await page.goto(project.url)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing has been imported yet')
  await expect(page.getByRole('main').getByRole('link', { name: 'Import predictions' })).toBeVisible()
  await expect(page.getByText('npm run --silent audit')).toBeVisible()
  await expectAccessible(page)
})

test('a project answers how its models stand, with the numbers of the engine', async ({ page, project, request }) => {
  const evaluationId = await importTable(request, project.id)
  const home = `/api/v1/projects/${project.id}`
  const { rows } = await (await request.get(`${home}/models`)).json()
  await request.post(`${home}/models/${rows[0].id}/versions`, { data: { name: '2', adaptation: 'adapter' } })

  await page.goto(project.url) // which starts the tests
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    '1 of 2 tasks of Detector v1 has open findings; one version was never evaluated by group',
    { timeout: 30_000 },
  )
  await expect(page.getByText('Found by sex in 1 of 2 tasks.')).toBeVisible()
  const address = `${home}/evaluations/${evaluationId}/standing`
  const standing = EvaluationStanding.parse(await (await request.get(address)).json())
  const [pneumonia, edema] = standing.tasks.map(({ answer }) => answer!)

  const tasks = page.getByRole('table', { name: 'Detector v1, by task' })
  const first = tasks.getByRole('row', { name: /^Pneumonia/ })
  const { low, high } = pneumonia.worst!.disparity
  const points = (share: number) => (-100 * share).toFixed(1)
  await expect(first).toContainText('women misses more disease')
  await expect(first).toContainText(`25.0 (${points(high!)} to ${points(low!)})`) // 85.0 % against 60.0 %
  await expect(first).toContainText('400 / 800')
  await expect(first).toContainText(pneumonia.auroc!.value!.toFixed(3))
  const second = tasks.getByRole('row', { name: /^Edema/ })
  await expect(second).toContainText('no gap shown')
  const missable = edema.families.find(({ by }) => by[0] === 'sex')!.missable!
  await expect(second).toContainText(`${Math.round(missable.value * 100)} points`)

  const versions = page.getByRole('table', { name: 'Versions' })
  const findings = pneumonia.findingCount + edema.findingCount
  await expect(versions.getByRole('row', { name: /Detector v1/ })).toContainText(`2 of 2 tasksEmergency room`)
  await expect(versions.getByRole('row', { name: /Detector v1/ }).locator('.findings-count')).toHaveText(`${findings}`)
  await expect(versions.getByRole('row', { name: /Detector v2/ })).toContainText('Neverno predictions imported')
  const never = page.getByRole('region', { name: 'Never evaluated' })
  await expect(never).toContainText('Age, race or ethnicity, skin tone, insurance, language')
  await expect(never).toContainText('Site, scanner')
  await expectAccessible(page)

  await page.setViewportSize({ width: 390, height: 844 })
  await expect(page.getByText('no gap shown', { exact: true })).toBeVisible()
  await expectAccessible(page)
  await tasks.getByRole('link', { name: 'Edema' }).click()
  await expect(page).toHaveURL(new RegExp(`/evaluations/${evaluationId}\\?task=Edema`))
})

test('the list of evaluations says of which version each is', async ({ page, project, request }) => {
  await importTable(request, project.id)
  await page.goto(`${project.url}/evaluations`)
  await expect(page.getByRole('row', { name: /Emergency room/ })).toContainText('Detector v1')
  await expectAccessible(page)
})
