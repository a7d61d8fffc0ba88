import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, expectAccessible, test } from './equiscope'
import { ScoringPage } from './scoring-page'

const shared = process.env.EQUISCOPE_SHARED_DATA ?? resolve(import.meta.dirname, '../../shared/data')
const xrays = join(shared, 'nih-cxr-images/images_224')
const onnx = join(shared, 'model-pneumonia/tm_pneumonia.onnx')

function realManifest(images: number) {
  const [head, ...rows] = readFileSync(join(shared, 'nih-cxr-images/manifest.csv'), 'utf8').trim().split('\n')
  // every tenth, so that both labels are among them
  const some = rows.filter((_, at) => at % Math.floor(rows.length / images) === 0).slice(0, images)
  return { text: [head, ...some, ''].join('\n'), names: some.map((row) => row.split(',')[0]).sort() }
}

function referenceScores(): Map<string, number> {
  const text = readFileSync(join(shared, 'model-pneumonia/reference_outputs_images_224.csv'), 'utf8')
  const lines = text.trim().split('\n').slice(1)
  return new Map(lines.map((line) => [line.split(',')[0], Number(line.split(',')[1])]))
}

test('real X-rays: from an ONNX file and a dropped folder to an evaluation, with the scores of the reference', async ({
  page,
  project,
}) => {
  test.skip(!existsSync(xrays) || !existsSync(onnx), 'the real X-rays and their model are not here: ../shared/data')
  test.setTimeout(240_000)
  const scoring = new ScoringPage(page, project.url)
  const model = await (
    await page.request.post(`/api/v1/projects/${project.id}/models`, { data: { name: 'Teachable' } })
  ).json()
  await page.request.post(`/api/v1/projects/${project.id}/models/${model.id}/versions`, { data: { name: '1' } })

  await page.goto(`${project.url}/models/${model.id}`)
  await page.getByRole('link', { name: '1', exact: true }).click()
  await expect(page.getByText('Choose the model file first')).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('choose a file').setInputFiles(onnx)
  await expect(page.getByLabel('Input tensor')).toHaveValue('input', { timeout: 60_000 })
  await expect(page.getByLabel('Layout')).toHaveValue('NHWC')
  await page.getByLabel('Pixel values').selectOption('0 to 255')
  await page.getByLabel('Name of task 1').fill('Pneumonia')
  await expect(page.getByLabel('Output of task 1')).toHaveValue('1')
  await page.getByLabel('choose an image').setInputFiles(join(xrays, '00000075_000.png'))
  await expect(page.getByRole('img', { name: 'The image as the model gets it, 224 × 224' })).toBeVisible()
  await expect(page.getByText(/^Channel 3: from 0 to 2\d\d/)).toBeVisible()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText(/^Saved\. The model answered/)).toBeVisible({ timeout: 60_000 })
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Run on images' }).click()
  await expect(page.getByLabel('Model version')).toHaveValue(/\d/)
  await expectAccessible(page)
  const { text, names } = realManifest(60)
  await scoring.drop(xrays)
  await expect(page.getByRole('heading', { name: '621 images: 621 PNG' })).toBeVisible({ timeout: 60_000 })
  await scoring.chooseManifest(text)
  await expect(page.getByLabel('What image_id is', { exact: true })).toHaveValue('image')
  await expect(page.getByLabel('What label_Pneumonia is', { exact: true })).toHaveValue('label:0')
  await expect(scoring.counted('images with their row')).toHaveText('60')
  await expect(scoring.counted('images that no row names')).toHaveText('561')
  await page.getByLabel('What age_group is', { exact: true }).selectOption('Left out')
  await scoring.nameDataset('NIH, sixty')
  await expectAccessible(page)
  await scoring.runToTheEnd()
  await expectAccessible(page)

  const rows = scoring.sentRows()
  const reference = referenceScores()
  expect(rows).toHaveLength(60)
  const gaps = rows.map(({ scores }, at) =>
    Math.abs((scores[0] ?? Number.NaN) - (reference.get(names[at]) ?? Number.NaN)),
  )
  expect(Math.max(...gaps)).toBeLessThan(1e-4)
  await page.getByRole('link', { name: 'See the evaluation' }).click()
  const computed = page.getByRole('region', { name: 'How the scores were computed' })
  await expect(computed).toContainText('WASM, in a browser', { timeout: 60_000 })
  await expect(computed).toContainText('onnxruntime-web')
})
