import { expect, expectAccessible, test } from './equiscope'

test('one button runs the sample in the browser, and the audit finds whom its model misses', async ({
  page,
  project,
}) => {
  test.setTimeout(180_000)
  await page.goto(`${project.url}/scoring`)
  await page.getByRole('button', { name: 'Run the sample' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All scores have arrived', { timeout: 120_000 })
  await expect(page.getByRole('navigation', { name: 'Breadcrumb' })).toContainText('Sample: phantom chests')
  await page.getByRole('link', { name: 'See the evaluation' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/women/, { timeout: 90_000 })
  await expect(page.getByText('These images are synthetic')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Evaluations', exact: true }).first().click()
  await expect(page.getByRole('row', { name: /Phantom chests/ })).toContainText('Synthetic')
})
