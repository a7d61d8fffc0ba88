import { expect, expectAccessible, test } from './equiscope'
import { emptyEquiscope } from './start-equiscope'

let own: { url: string; stop: () => Promise<void> }
test.beforeAll(async () => {
  test.setTimeout(180_000)
  own = await emptyEquiscope()
})
test.afterAll(() => own.stop())

test('on the first start a demo is made, opened, read, deleted, and brought back', async ({ page }) => {
  test.setTimeout(180_000)
  await page.goto(own.url)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('For whom does your model work less well?')
  await expect(page.getByText('npm run --silent audit -- FILE --task NAME')).toBeVisible()
  await expectAccessible(page)
  const open = page.getByRole('link', { name: 'Open the demo' })
  await expect(open).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('row', { name: /Synthetic demo: chest X-rays/ })).toContainText('Synthetic')
  await expectAccessible(page)

  await open.click()
  await expect(page.getByRole('navigation', { name: 'Breadcrumb' })).toContainText('Synthetic')
  const project = page.url()
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Evaluations' }).click()
  await page
    .getByRole('main')
    .getByRole('link', { name: /Synthetic classifier 1/ })
    .first()
    .click()
  await expect(page.getByText(/19,286 images of 11,822 patients/).first()).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('navigation', { name: 'Breadcrumb' })).toContainText('Synthetic')
  const evaluation = page.url().split('?')[0]

  // what was planted is read in the page, and what is chance stands among what is not known
  const planted = {
    Pneumonia: 'Hispanic',
    Cardiomegaly: 'Women aged 70 and over, against everyone else',
    'Pleural effusion': 'Uninsured',
  }
  const findings = page.getByRole('region', { name: 'Works less well for' })
  for (const [task, whom] of Object.entries(planted)) {
    await page.goto(`${evaluation}?task=${encodeURIComponent(task)}`)
    const card = findings.getByRole('article').filter({ hasText: whom })
    await expect(card).toHaveCount(1, { timeout: 90_000 })
    await expect(findings.getByRole('article')).toHaveCount(task === 'Pleural effusion' ? 2 : 1)
    await expect(findings).not.toContainText('Pacific Islander')
    if (task === 'Cardiomegaly') {
      await expect(card).toContainText('Sensitivity 68.3 %')
      await expect(page.getByRole('region', { name: 'Not known' })).toContainText('Pacific Islander may be worse')
    }
    if (task === 'Pleural effusion') {
      await expect(card.getByText(/With view held equal nothing of the gap is left/).first()).toBeVisible()
    }
  }

  await page.goto(`${own.url}/projects`)
  await page.getByRole('button', { name: /^Delete Synthetic demo/ }).click()
  await page.getByLabel(/^Type “Synthetic demo/).fill('Synthetic demo: chest X-rays')
  await page.getByRole('button', { name: 'Delete for good' }).click()
  await expect(page.getByText('Synthetic demo: chest X-rays is deleted.')).toBeVisible()
  await expect(page.getByRole('row', { name: /Synthetic demo/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Add the demo' }).click()
  await expect(page.getByRole('link', { name: 'Open the demo' })).toBeVisible({ timeout: 60_000 })
  await page.getByRole('link', { name: 'Open the demo' }).click()
  await expect(page).toHaveURL(/\/projects\/\d+$/)
  expect(page.url()).not.toBe(project)
})

test('the first page leads to an import', async ({ page }) => {
  await page.goto(`${own.url}/projects`)
  await page.getByLabel('Name of the project').fill('Pneumonia')
  await page.getByRole('button', { name: 'Make it and import' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Import predictions')
  await page.goto(`${own.url}/projects`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Projects')
})
