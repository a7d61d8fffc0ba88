import { expect, expectAccessible, test } from './equiscope'

test('a project is made, renamed, archived, restored and deleted', async ({ page }) => {
  await page.goto('/projects')
  await page.getByRole('button', { name: 'New project' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Chest X-ray triage')
  await page.getByLabel('What is it for? (optional)').fill('Pneumonia in the emergency room')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Create' }).click()
  const row = page.getByRole('row', { name: /Chest X-ray triage/ })
  await expect(row).toContainText('Pneumonia in the emergency room')
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Rename Chest X-ray triage' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Triage')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('link', { name: 'Triage', exact: true })).toBeVisible()

  await page.getByRole('button', { name: 'Archive Triage' }).click()
  await expect(page.getByText('Triage is archived.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Triage', exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('link', { name: 'Triage', exact: true })).toBeVisible()

  await page.getByRole('button', { name: 'Archive Triage' }).click()
  await page.getByRole('combobox', { name: /^Show/ }).selectOption('archived')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('button', { name: 'Restore Triage' }).click()
  await expect(page.getByText('No project is archived.')).toBeVisible()

  await page.goto('/projects?search=triage')
  await page.getByRole('button', { name: 'Delete Triage' }).click()
  await expect(page.getByText('With it go 0 datasets, 0 models and 0 evaluations.')).toBeVisible()
  const forGood = page.getByRole('button', { name: 'Delete for good' })
  await expect(forGood).toBeDisabled()
  await page.getByLabel('Type “Triage” to confirm').fill('Triage')
  await expectAccessible(page)
  await forGood.click()
  await expect(page.getByText('Triage is deleted.')).toBeVisible()
  await expect(page.getByText('No project fits.')).toBeVisible()
})

test('lists page, sort and search on the server', async ({ page, request }) => {
  for (const at of Array.from({ length: 55 }, (_, at) => at + 1)) {
    await request.post('/api/v1/projects', { data: { name: `Paged ${String(at).padStart(2, '0')}` } })
  }
  await page.goto('/projects?search=paged')
  await expect(page.getByText('55 projects, page 1 of 2')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Paged 51' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Next page' }).click()
  await expect(page.getByRole('link', { name: 'Paged 51' })).toBeVisible()
  await page.getByLabel('Search in names').fill('paged 07')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByText('1 project', { exact: true })).toBeVisible()
  await expect(page).toHaveURL(/search=paged\+07/)
})

test('an empty project says what to do first', async ({ page, project }) => {
  await page.goto(project.url)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing has been imported yet')
  await expectAccessible(page)
  await page.getByRole('main').getByRole('link', { name: 'Import predictions' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Import predictions')
  await expectAccessible(page)
  for (const [link, none] of [
    ['Datasets', 'No dataset yet.'],
    ['Models', 'No model yet.'],
    ['Evaluations', 'No evaluation yet.'],
    ['Imports', 'Nothing has been imported yet.'],
  ]) {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: link, exact: true }).click()
    await expect(page.getByText(none)).toBeVisible()
    await expectAccessible(page)
  }
})

test('what does not exist is a page that says so', async ({ page, project }) => {
  for (const address of [
    '/projects/999999',
    `${project.url}/datasets/999999`,
    `${project.url}/evaluations/x`,
    '/nothing',
  ]) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page')
  }
  await expectAccessible(page)
})

test('everything can be reached by keyboard, the content first', async ({ page, project }) => {
  await page.goto(project.url)
  await page.waitForLoadState('networkidle') // keys pressed before the page is alive move the focus of another one
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('main').getByRole('link', { name: 'Import predictions' })).toBeFocused()
})

test('when the server does not answer, the page says so and keeps what was typed', async ({ page }) => {
  await page.goto('/projects')
  await page.getByRole('button', { name: 'New project' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Unlucky')
  await page.route('**/api/v1/**', (route) => route.abort())
  await page.getByRole('button', { name: 'Create' }).click()
  await expect(page.getByText('Equiscope does not answer.')).toBeVisible()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Unlucky')
  await expectAccessible(page)
})
