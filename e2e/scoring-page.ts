import { expect, type Page, type Request } from '@playwright/test'
import type { InputSpecification } from '@/lib/wire/input-specification'
import { ScoreBatch } from '@/lib/wire/scoring-run'

/** A file as Playwright hands it to a page. */
export interface GivenFile {
  name: string
  mimeType: string
  buffer: Buffer
}

/** What a person does on the page that runs a model. */
export class ScoringPage {
  /** every request of the page, from the beginning */
  readonly requests: { url: string; method: string; body: Buffer | null }[] = []

  constructor(
    readonly page: Page,
    readonly projectUrl: string,
  ) {
    page.on('request', (request: Request) =>
      this.requests.push({ url: request.url(), method: request.method(), body: request.postDataBuffer() }),
    )
  }

  async open(versionId?: number) {
    await this.page.goto(`${this.projectUrl}/scoring${versionId ? `?version=${versionId}` : ''}`)
    await expect(this.page.getByRole('heading', { level: 1, name: 'Run a model on images' })).toBeVisible()
  }

  region(name: string) {
    return this.page.getByRole('region', { name, exact: true })
  }

  async chooseFolder(folder: string) {
    await this.page.getByLabel('choose a folder').setInputFiles(folder)
  }

  /** Drops a folder or files of this machine where images are dropped, as the system's file manager would. */
  async drop(...paths: string[]) {
    const box = await this.region('Images').boundingBox()
    if (!box) throw new Error('There is no place to drop images.')
    const devtools = await this.page.context().newCDPSession(this.page)
    const at = { x: box.x + box.width / 2, y: box.y + 20, data: { items: [], files: paths, dragOperationsMask: 1 } }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await devtools.send('Input.dispatchDragEvent', { type, ...at })
  }

  async chooseFiles(files: GivenFile[] | string[]) {
    await this.page.getByLabel('choose files').setInputFiles(files as string[])
  }

  async chooseManifest(text: string) {
    const buffer = Buffer.from(text)
    await this.page.getByLabel('Choose a CSV').setInputFiles({ name: 'manifest.csv', mimeType: 'text/csv', buffer })
  }

  async nameDataset(name: string) {
    await this.page.getByLabel('Name of the dataset').fill(name)
    await this.page
      .getByRole('group', { name: 'Are these patients in the model’s training data?' })
      .getByLabel('No', { exact: true })
      .check()
  }

  /** How often something was counted before the start, for example `rows without a file`. */
  counted(label: string) {
    return this.region('What fits, and what does not')
      .locator('div')
      .filter({ has: this.page.getByText(label, { exact: true }) })
      .locator('dd')
  }

  get button() {
    return this.page.getByRole('button', { name: /^Run( on|$)/ })
  }

  get heading() {
    return this.page.getByRole('heading', { level: 1 })
  }

  /** Runs until all scores have arrived and the evaluation is there. */
  async runToTheEnd() {
    await this.button.click()
    await expect(this.heading).toHaveText('All scores have arrived', { timeout: 120_000 })
    await expect(this.page.getByRole('link', { name: 'See the evaluation' })).toBeVisible({ timeout: 60_000 })
  }

  /** All rows that were sent, in their order. */
  sentRows(): ScoreBatch['rows'] {
    const batches = this.requests
      .filter(({ url, method }) => method === 'PUT' && /\/batches\/\d+$/.test(url))
      .map(({ url, body }) => ({
        number: Number(url.split('/').at(-1)),
        rows: ScoreBatch.parse(JSON.parse(String(body))).rows,
      }))
    return batches.sort((one, other) => one.number - other.number).flatMap(({ rows }) => rows)
  }
}

/** A model whose version has its file and input, made by HTTP as a machine would. */
export async function readyVersion(
  page: Page,
  projectId: number,
  onnx: Buffer,
  specification: InputSpecification,
  name = 'Model',
): Promise<{ modelId: number; versionId: number }> {
  const api = `/api/v1/projects/${projectId}`
  const model = await (await page.request.post(`${api}/models`, { data: { name } })).json()
  const version = await (await page.request.post(`${api}/models/${model.id}/versions`, { data: { name: '1' } })).json()
  const headers = { 'content-type': 'application/octet-stream' }
  const kept = await page.request.post(`${api}/model-versions/${version.id}/artefact`, { data: onnx, headers })
  expect(kept.status()).toBe(201)
  const said = await page.request.put(`${api}/model-versions/${version.id}/input-specification`, {
    data: specification,
  })
  expect(said.status()).toBe(200)
  return { modelId: model.id, versionId: version.id }
}
