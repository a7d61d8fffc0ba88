import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, readToEnd, test } from './equiscope'
import { ImportPage } from './import-page'

const folder = process.env.EQUISCOPE_SHARED_DATA ?? resolve('../shared/data')
const file = resolve(folder, 'nih-chexnet/nih_chexnet_test_joined.csv.gz')

test('nih-chexnet: 14 tasks of real X-rays, from the browser to whom the model misses', async ({ page, project }) => {
  test.skip(!existsSync(file), `${file} is not there`)
  test.setTimeout(180_000)
  const imports = new ImportPage(page, project.url)
  await imports.open()
  await imports.choose(file)
  await imports.expectLookedAt('nih_chexnet_test_joined.csv.gz')
  await expect(page.getByText('34 columns, 14 tasks.')).toBeVisible()
  await imports.role('age_group').selectOption('Leave out')
  await page.getByLabel('Dataset', { exact: true }).fill('NIH test fold')
  await page.getByLabel('Model', { exact: true }).fill('DenseNet-121')
  await imports.sayTraining('No')
  await imports.start('22,433 rows imported', 120_000)

  await page.getByRole('link', { name: 'See the evaluation' }).click()
  await expect(page.getByText('22,433 images of 6,187 patients').first()).toBeVisible({ timeout: 60_000 })
  await page.goto(`${page.url()}?task=Cardiomegaly`)
  await expect(page.getByText('582 positive images').first()).toBeVisible({ timeout: 60_000 })
  await readToEnd(page)
  const table = page.getByRole('table', { name: 'Every number' })
  await expect(table.getByRole('row', { name: /^All/ })).toContainText('0.909') // the published .9090149
  await expect(table.getByRole('row', { name: /^80\+ age/ })).toContainText('too few, n = 9') // and keeps its row
})
