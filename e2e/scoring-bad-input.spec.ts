import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, expectAccessible, test } from './equiscope'
import { greyManifest, greyPatients, greyPng, ImageFolder } from './image-folder'
import { tinyOnnx } from './inference/tiny-onnx'
import { readyVersion, ScoringPage } from './scoring-page'
import { meanOnnx, meanSpecification } from './tiny-model'

const shared = process.env.EQUISCOPE_SHARED_DATA ?? resolve(import.meta.dirname, '../../shared/data')
const brain = join(shared, 'model-niivue-brain-onnx')
const onnxFile = (buffer: Buffer) => ({ name: 'model.onnx', mimeType: 'application/octet-stream', buffer })

let folder: ImageFolder
test.beforeEach(() => {
  folder = new ImageFolder()
})
test.afterEach(() => folder.remove())

test('files that are no usable model are refused with the reason, and nothing is uploaded', async ({
  page,
  project,
}) => {
  const api = `/api/v1/projects/${project.id}`
  const model = await (await page.request.post(`${api}/models`, { data: { name: 'Bad' } })).json()
  const version = await (await page.request.post(`${api}/models/${model.id}/versions`, { data: { name: '1' } })).json()
  const scoring = new ScoringPage(page, project.url)
  await page.goto(`${project.url}/models/${model.id}/versions/${version.id}`)
  const choose = page.getByLabel('choose a file')
  await choose.setInputFiles(onnxFile(Buffer.from('PK this is no model at all')))
  await expect(page.getByRole('main').getByRole('alert')).toContainText(/no ONNX|not.*ONNX/i)
  await choose.setInputFiles(
    onnxFile(
      tinyOnnx({
        inputs: [
          ['x', ['N', 1, 8, 8]],
          ['z', ['N', 1, 8, 8]],
        ],
        nodes: ['Add x z -> s', 'GlobalAveragePool s -> mean', 'Flatten mean -> y'],
        outputs: [['y', ['N', 1]]],
      }),
    ),
  )
  await expect(page.getByRole('main').getByRole('alert')).toContainText('The model wants 2 inputs.')
  await choose.setInputFiles(onnxFile(tinyOnnx({ inputs: [['x', ['N', 1, 8, 8, 8]]], outputs: [['y', ['N', 1]]] })))
  await expect(page.getByRole('main').getByRole('alert')).toContainText('volumes (3-D)')
  await expectAccessible(page)
  const volume = existsSync(brain)
    ? readFileSync(join(brain, 'NOTE.md'), 'utf8').match(/[\w.-]+\.onnx/)?.[0]
    : undefined
  if (volume && existsSync(join(brain, volume))) {
    await choose.setInputFiles(join(brain, volume))
    await expect(page.getByRole('main').getByRole('alert')).toContainText(/3-D|dimensions|channels/, {
      timeout: 30_000,
    })
  }
  expect(scoring.requests.filter(({ method }) => method !== 'GET')).toEqual([])
})

test('a local model is known by its hash only, asked for at the run, and another file is refused', async ({
  page,
  project,
}) => {
  const api = `/api/v1/projects/${project.id}`
  const model = await (await page.request.post(`${api}/models`, { data: { name: 'Local' } })).json()
  const version = await (await page.request.post(`${api}/models/${model.id}/versions`, { data: { name: '1' } })).json()
  await page.goto(`${project.url}/models/${model.id}/versions/${version.id}`)
  await page.getByLabel('Leave it where it is').check()
  await page.getByLabel('choose a file').setInputFiles(onnxFile(meanOnnx()))
  await expect(page.getByText('the file was never uploaded')).toBeVisible()
  await page.getByLabel('Name of task 1').fill('Brightness')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText(/^Saved\./)).toBeVisible()
  await page.getByRole('link', { name: 'Run on images' }).click()
  const scoring = new ScoringPage(page, project.url)
  const patients = greyPatients(40)
  for (const { name, value } of patients) folder.add(name, greyPng(value))
  await scoring.chooseFolder(folder.path)
  await scoring.chooseManifest(greyManifest(patients))
  await scoring.nameDataset('Local')
  await expect(page.getByText('Choose the model’s file: Equiscope knows only its hash.')).toBeVisible()
  await page.getByLabel('Choose the model file').setInputFiles(onnxFile(Buffer.concat([meanOnnx(), Buffer.from([0])])))
  await scoring.button.click()
  await expect(page.getByText('This is not the file that belongs to the version')).toBeVisible({ timeout: 30_000 })
  await expectAccessible(page)
})

test('what does not fit is listed before anything starts; bad images are skipped and counted as not scored', async ({
  page,
  project,
}) => {
  test.setTimeout(120_000)
  const scoring = new ScoringPage(page, project.url)
  const { versionId } = await readyVersion(page, project.id, meanOnnx(), meanSpecification)
  const patients = greyPatients(50)
  for (const { name, value } of patients.slice(2)) folder.add(name, greyPng(value))
  folder.add(patients[0].name, Buffer.concat([greyPng(9).subarray(0, 60)])) // cut off: looks like a PNG
  folder.add('note.txt', Buffer.from('no image'))
  folder.add('extra/nobody.png', greyPng(1))
  const lines = greyManifest(patients).split('\n')
  const twice = [...lines.slice(0, -1), lines[10], ''].join('\n')
  await scoring.open(versionId)
  await scoring.chooseFolder(folder.path)
  await scoring.chooseManifest(twice)
  await expect(scoring.counted('rows without a file')).toHaveText('1')
  await expect(scoring.counted('rows that name a file again')).toHaveText('1')
  await expect(scoring.counted('images that no row names')).toHaveText('1')
  await expect(scoring.counted('files that cannot be read')).toHaveText('1')
  await expect(page.getByRole('row', { name: /note\.txt/ })).toContainText('no image that can be read')
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download the list' }).click()
  expect(readFileSync(await (await downloading).path(), 'utf8')).toContain('extra/nobody.png')
  await scoring.nameDataset('Some are bad')
  await expectAccessible(page)
  await scoring.runToTheEnd()
  const bad = page.getByRole('region', { name: '1 image could not be scored' })
  await expect(bad.getByRole('row', { name: /00000\.png/ })).toContainText(/damaged|cut off/)
  await expectAccessible(page)
  expect(scoring.sentRows().filter(({ scores }) => scores[0] === null)).toHaveLength(1)
})

test('10,000 files in nested folders with Unicode names are listed and matched', async ({ page, project }) => {
  test.setTimeout(240_000)
  const scoring = new ScoringPage(page, project.url)
  const { versionId } = await readyVersion(page, project.id, meanOnnx(), meanSpecification)
  const bytes = greyPng(50)
  const names = Array.from({ length: 10_000 }, (_, at) => `Röntgen ${at % 10}/患者 ${at % 100}/Aufnahme é${at}.png`)
  for (const name of names) folder.add(name.normalize('NFD'), bytes)
  await scoring.open(versionId)
  await scoring.chooseFolder(folder.path)
  await expect(page.getByRole('heading', { name: '10,000 images: 10,000 PNG' })).toBeVisible({ timeout: 150_000 })
  const rows = names.map((name, at) => `"${name}",${at % 2}`)
  await scoring.chooseManifest(['file,label_Brightness', ...rows, ''].join('\n'))
  await expect(scoring.counted('images with their row')).toHaveText('10,000', { timeout: 30_000 })
  await expect(page.getByText('Everything fits.')).toBeVisible()
})

test('a manifest that is no table is refused with the reason', async ({ page, project }) => {
  const scoring = new ScoringPage(page, project.url)
  const { versionId } = await readyVersion(page, project.id, meanOnnx(), meanSpecification)
  await scoring.open(versionId)
  await scoring.chooseManifest('file,label_Brightness\na.png,1,7\n')
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'Row 2 of the manifest has 3 cells, the header 2.',
  )
  await expectAccessible(page)
})
