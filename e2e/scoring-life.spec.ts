import { expect, expectAccessible, test } from './equiscope'
import { greyManifest, greyPatients, greyPng, ImageFolder } from './image-folder'
import { readyVersion, ScoringPage } from './scoring-page'
import { meanOnnx, meanSpecification } from './tiny-model'

const folders: ImageFolder[] = []
test.afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove()
})

function greyFolder(patients: ReturnType<typeof greyPatients>) {
  const folder = new ImageFolder()
  folders.push(folder)
  for (const { name, value } of patients) folder.add(name, greyPng(value))
  return folder
}

/** A page on which everything is settled but the start. */
async function settled(scoring: ScoringPage, projectId: number, images: number, dataset: string) {
  const { versionId } = await readyVersion(scoring.page, projectId, meanOnnx(), meanSpecification, dataset)
  const patients = greyPatients(images)
  const folder = greyFolder(patients)
  await scoring.open(versionId)
  await scoring.chooseFolder(folder.path)
  await scoring.chooseManifest(greyManifest(patients))
  await scoring.nameDataset(dataset)
  await expect(scoring.counted('images with their row')).toHaveText(images.toLocaleString('en'))
  return { patients, folder, versionId }
}

test('a run goes on after a reload in its middle, and nothing is scored or counted twice', async ({
  page,
  project,
}) => {
  test.setTimeout(180_000)
  const scoring = new ScoringPage(page, project.url)
  const { folder } = await settled(scoring, project.id, 900, 'Grey')
  await scoring.button.click()
  await page.getByRole('button', { name: 'Pause' }).click({ timeout: 60_000 })
  await expect(scoring.heading).toHaveText(/^Paused/)
  await expectAccessible(page)
  const paused = await page.getByText(/^[\d,]+ of 900 images/).innerText()
  expect(Number(paused.split(' ')[0])).toBeLessThan(900)
  await page.reload()
  const unfinished = page.getByRole('region', { name: 'Runs that were not finished in this browser' })
  await expect(unfinished).toContainText('Grey')
  await expectAccessible(page)
  await unfinished.getByLabel('Choose the folder').setInputFiles(folder.path)
  await expect(scoring.heading).toHaveText('All scores have arrived', { timeout: 90_000 })
  await page.getByRole('link', { name: 'See the evaluation' }).click({ timeout: 60_000 })
  await expect(page.getByText(/900 images/).first()).toBeVisible()
  const examples = scoring.sentRows().map(({ example }) => example)
  expect(new Set(examples).size).toBe(900)
})

test('while the server is gone scoring goes on, the page says so, and scores are sent when it answers', async ({
  page,
  project,
}) => {
  test.setTimeout(120_000)
  const scoring = new ScoringPage(page, project.url)
  await settled(scoring, project.id, 450, 'Alone')
  await page.route('**/batches/*', (route) => route.abort())
  await scoring.button.click()
  await expect(page.getByText('Equiscope does not answer. Scoring goes on')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('450 of 450 images')).toBeVisible()
  await expectAccessible(page)
  await page.unroute('**/batches/*')
  await expect(scoring.heading).toHaveText('All scores have arrived', { timeout: 60_000 })
  await expect(page.getByRole('link', { name: 'See the evaluation' })).toBeVisible({ timeout: 60_000 })
})

test('a second tab on the same run says that it goes on elsewhere', async ({ page, project, context }) => {
  test.setTimeout(120_000)
  const scoring = new ScoringPage(page, project.url)
  const { folder } = await settled(scoring, project.id, 450, 'Twice')
  await page.route('**/batches/*', (route) => route.abort()) // it cannot end
  await scoring.button.click()
  await expect(page.getByText('Equiscope does not answer. Scoring goes on')).toBeVisible({ timeout: 60_000 })
  const other = await context.newPage()
  await other.goto(`${project.url}/scoring`)
  await other
    .getByRole('region', { name: 'Runs that were not finished' })
    .getByLabel('Choose the folder')
    .setInputFiles(folder.path)
  await expect(other.getByText('This run is going on in another tab or window.')).toBeVisible()
  await expectAccessible(other)
})

test('a run is cancelled for good, or ended with what is there and marked as partial', async ({ page, project }) => {
  test.setTimeout(180_000)
  const scoring = new ScoringPage(page, project.url)
  await settled(scoring, project.id, 900, 'Given up')
  await scoring.button.click()
  await page.getByRole('button', { name: 'Pause' }).click({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Cancel the run' }).click()
  await expect(scoring.heading).toHaveText('Cancelled; its scores are forgotten')
  await page.getByRole('button', { name: 'Begin another run' }).click()
  await expect(page.getByRole('region', { name: 'Runs that were not finished' })).toHaveCount(0)

  await settled(scoring, project.id, 900, 'Ended early')
  await scoring.button.click()
  await page.getByRole('button', { name: 'Pause' }).click({ timeout: 60_000 })
  await page.getByRole('button', { name: 'End here' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'End here' }).click()
  await expect(scoring.heading).toHaveText('All scores have arrived', { timeout: 60_000 })
  await expect(page.getByText('so the evaluation is marked as partial')).toBeVisible()
  await page.getByRole('link', { name: 'See the evaluation' }).click({ timeout: 60_000 })
  await expect(page.getByText('Partial: some of the images')).toBeVisible({ timeout: 30_000 })
})

test('a second run with the same key matches the first: another version scores the same dataset', async ({
  page,
  project,
}) => {
  test.setTimeout(180_000)
  const scoring = new ScoringPage(page, project.url)
  const { folder } = await settled(scoring, project.id, 60, 'Same')
  await scoring.runToTheEnd()
  const first = scoring.sentRows().map(({ example }) => example)
  scoring.requests.length = 0
  const { versionId } = await readyVersion(page, project.id, meanOnnx(), meanSpecification, 'Another')
  await scoring.open(versionId)
  await page.getByLabel('Images of a dataset that is here already').check()
  await page.getByLabel('Choose a dataset').selectOption('Same')
  await scoring.chooseFolder(folder.path)
  await page.getByRole('group', { name: 'Are these patients' }).getByLabel('No', { exact: true }).check()
  await scoring.runToTheEnd()
  expect(scoring.sentRows().map(({ example }) => example)).toEqual(first)
})
