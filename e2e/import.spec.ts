import { readFileSync } from 'node:fs'
import { expect, expectAccessible, readToEnd, test } from './equiscope'
import { ImportPage } from './import-page'
import { predictionsTable, scoresTable, womenMissed } from './tables'

test('a table becomes an evaluation, from drop to whom the model misses', async ({ page, project }) => {
  const imports = new ImportPage(page, project.url)
  await imports.open()
  await imports.drop('pneumonia.csv', predictionsTable(womenMissed))
  await expect(imports.role('image_id')).toHaveValue('example')
  await expect(imports.role('patient_id')).toHaveValue('subject')
  await expect(imports.role('prob_Pneumonia')).toHaveValue('score')
  await expect(imports.button).toBeDisabled()
  await expect(page.getByText('Say whether the model was trained on these patients.')).toBeVisible()
  await expectAccessible(page)

  const bands = page.getByRole('region', { name: 'Bands of age' })
  await expect(bands.getByRole('row', { name: /^60-<80/ })).toBeVisible()
  await bands.getByRole('spinbutton', { name: 'Edge 1 of age' }).fill('30')
  await bands.getByRole('slider', { name: 'Edge 2 of age' }).press('ArrowRight')
  await expect(bands.getByRole('row', { name: /^30-<41/ })).toBeVisible()
  await bands.getByRole('button', { name: 'Remove the edge 80' }).click()
  await bands.getByRole('button', { name: 'Add an edge' }).click()
  await expect(bands.getByRole('row')).toHaveCount(6)
  await page.getByLabel('Model', { exact: true }).fill('DenseNet')
  await imports.sayTraining('No')
  await expectAccessible(page)
  await imports.start('800 rows imported')
  await expectAccessible(page)

  await page.getByRole('link', { name: 'See the evaluation' }).click()
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText(/^(Misses more disease in|Works less well for) women/, { timeout: 60_000 })
  await readToEnd(page)
  const table = page.getByRole('table', { name: 'Every number' })
  const women = table.getByRole('row', { name: /^F sex / })
  await expect(women).toContainText(/60\.0 \(53\.1 to 66\.5\) n = 200/) // Wilson
  await expect(women).toContainText('gap')
  await expect(table.getByRole('row', { name: /^M sex / })).toContainText('85.0')
  await expectAccessible(page)

  await page.goto(`${page.url()}?threshold=0.97`)
  await expect(page.getByText('at threshold 0.97')).toBeVisible()

  await page.goto(project.url)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^DenseNet .*misses more disease in women$/)
  await expectAccessible(page)
  for (const list of ['datasets', 'models', 'evaluations', 'imports']) {
    await page.goto(`${project.url}/${list}`)
    await expect(page.getByRole('row')).not.toHaveCount(0)
    await expectAccessible(page)
  }
})

test('roles are corrected, and what 1 means is never guessed from “No Finding”', async ({ page, project }) => {
  const imports = new ImportPage(page, project.url)
  await imports.open()
  const [head, ...rows] = predictionsTable(womenMissed, { task: 'No_Finding' }).split('\n')
  await imports.drop('renamed.csv', [head.replace('patient_id', 'somebody'), ...rows].join('\n'))
  await imports.sayTraining('Not known')
  await imports.role('somebody').selectOption('Patient')
  await imports.role('view').selectOption('Leave out')
  await expect(imports.button).toBeDisabled()
  await expect(page.getByText(/What 1 means in No.Finding is to be declared/)).toBeVisible()
  await page.getByLabel('1 means health').check()
  await expect(imports.button).toBeEnabled()

  await imports.role('prob_No_Finding').selectOption('Leave out')
  await expect(page.getByText(/No column is a score/)).toBeVisible()
  await imports.role('prob_No_Finding').selectOption('Score of')
  await imports.start('800 rows imported')
  await page.getByRole('link', { name: 'See the evaluation' }).click()
  await readToEnd(page)
  const everyNumber = page.getByRole('table', { name: 'Every number' })
  await expect(everyNumber.getByRole('row', { name: /^F sex/ })).toBeVisible({ timeout: 30_000 })
  await expect(everyNumber.getByRole('row', { name: /view/ })).toHaveCount(0)
  const notKnown = page.getByRole('region', { name: 'Not known' })
  await expect(notKnown).toContainText('whether the model saw these patients is not known')
})

test('faults are listed by row and column, downloaded, and corrected without declaring anew', async ({
  page,
  project,
}) => {
  const imports = new ImportPage(page, project.url)
  await imports.open()
  const lines = predictionsTable(womenMissed).split('\n')
  lines[300] = lines[300].replace(/,[01],/, ',maybe,')
  lines[500] = lines[500].replace(/[^,]+$/, 'high')
  await imports.drop('faulty.csv', lines.join('\n'))
  await imports.sayTraining('No')
  await imports.start('Not imported; nothing was stored')
  await expect(page.getByRole('heading', { name: '2 cells need attention' })).toBeVisible()
  await expect(page.getByRole('row', { name: /row 300.*label_Pneumonia/i })).toBeVisible()
  await expect(page.getByRole('row', { name: /row 500.*prob_Pneumonia/i })).toBeVisible()
  await expect(page.getByText('maybe')).toHaveCount(0)
  await expectAccessible(page)
  const arriving = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download the list' }).click()
  const list = readFileSync(await (await arriving).path(), 'utf8')
  expect(list.trim().split('\n')).toHaveLength(3)

  await page.getByRole('link', { name: 'Correct it and try again' }).click()
  await imports.role('label_Pneumonia').selectOption('Leave out')
  await expect(page.getByText('Pneumonia has no label.')).toBeVisible()
  await expect(page.getByLabel('No', { exact: true })).toBeChecked()
})

test('scores of another version attach to a dataset, and what does not match is counted', async ({ page, project }) => {
  const imports = new ImportPage(page, project.url)
  await imports.open()
  await imports.drop('first.csv', predictionsTable(womenMissed))
  await imports.sayTraining('No')
  await imports.start('800 rows imported')
  await page.getByRole('link', { name: 'See the dataset' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('800 images of 800 patients')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Attach scores of another version' }).click()
  await imports.drop('second.csv', scoresTable(womenMissed, { beyond: 3 }))
  await expect(page.getByLabel(/Scores of another version/)).toBeChecked()
  await page.getByLabel('Version', { exact: true }).fill('2')
  await imports.sayTraining('No')
  await expectAccessible(page)
  await imports.start(/rows imported/)
  await expect(page.getByText('3 rows had no image in the dataset and were left out')).toBeVisible()
  await page.getByRole('link', { name: 'See the evaluation' }).click()
  await readToEnd(page)
  await page.goto(`${project.url}/models`)
  await page
    .getByRole('row', { name: /second/ })
    .getByRole('link')
    .click()
  await expect(page.getByRole('row', { name: /^2/ })).toBeVisible()
  await page.getByRole('button', { name: 'Add a version' }).click()
  await page.getByRole('dialog').getByLabel('Version', { exact: true }).fill('3')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByRole('row', { name: /^3/ })).toBeVisible()
  await page.getByRole('button', { name: 'Rename 3' }).click()
  await page.getByLabel('Name', { exact: true }).fill('3, retrained')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('row', { name: /^3, retrained/ })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Delete 2' }).click()
  await expect(page.getByText('With it go 1 evaluation with their scores.')).toBeVisible()
  await page.getByLabel('Type “2” to confirm').fill('2')
  await page.getByRole('button', { name: 'Delete for good' }).click()
  await expect(page.getByText('2 is deleted.')).toBeVisible()
})

test('a running import can be left, found again and cancelled, and leaves nothing', async ({ page, project }) => {
  const imports = new ImportPage(page, project.url)
  const large = { positives: 60_000, found: 50_000, negatives: 90_000, flagged: 9_000 }
  await imports.open()
  await imports.choose({
    name: 'large.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(predictionsTable({ F: large, M: large })),
  })
  await imports.expectLookedAt('large.csv')
  await imports.sayTraining('No')
  await imports.button.click()
  await expect(page).toHaveURL(/imports\/\d+/)
  await page.goto(`${project.url}/imports`)
  await page.getByRole('link', { name: /^Import \d+/ }).click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cancelled; nothing was stored')
  await expectAccessible(page)
  await page.goto(`${project.url}/datasets`)
  await expect(page.getByText('No dataset yet.')).toBeVisible()
})

test('a file that was imported before is recognised', async ({ page, project }) => {
  const imports = new ImportPage(page, project.url)
  const table = predictionsTable(womenMissed)
  await imports.open()
  await imports.drop('one.csv', table)
  await imports.sayTraining('Yes')
  await imports.start('800 rows imported')
  await imports.open()
  await imports.drop('two.csv', table)
  await expect(page.getByText('This very file was imported before.')).toBeVisible()
  await expectAccessible(page)
})

test('a file that is no table says what to do', async ({ page, project }) => {
  const imports = new ImportPage(page, project.url)
  await imports.open()
  await imports.choose({ name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.from('') })
  await expect(page.getByText('empty.csv is empty.')).toBeVisible()
  await expectAccessible(page)
  await imports.choose({
    name: 'picture.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]),
  })
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByRole('button', { name: 'Choose another file' }).click()
  await expect(page.getByLabel('choose a file')).toBeAttached()
})

test('an upload shows how far it is and can be stopped', async ({ page, project }) => {
  const imports = new ImportPage(page, project.url)
  await page.route('**/uploads?*', () => {}) // never answered
  await imports.open()
  await imports.choose({ name: 'slow.csv', mimeType: 'text/csv', buffer: Buffer.alloc(3_000_000, 'a,b\n1,2\n') })
  await expect(page.getByRole('heading', { name: 'Reading in slow.csv' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByText('Drop a CSV, TSV or Parquet file here')).toBeVisible()
})
