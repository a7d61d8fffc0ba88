import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromium, expect, type Page, test } from '@playwright/test'
import type { InputSpecification } from '@/lib/wire/input-specification'
import { serveInference } from './harness'

const shared = resolve(import.meta.dirname, '../../../shared/data')
const reference = join(shared, 'model-pneumonia/reference_outputs_images_224.csv')
const specification: InputSpecification = {
  input: 'input',
  layout: 'NHWC',
  width: 224,
  height: 224,
  channels: 3,
  batch: null,
  resize: 'stretch',
  normalisation: { kind: 'raw' },
  output: 'probabilities',
  activation: 'none',
  tasks: [{ task: 'Pneumonia', index: 1 }],
}

test.skip(!existsSync(reference), 'the real X-rays and their model are not here: ../shared/data')

let served: Awaited<ReturnType<typeof serveInference>>
test.beforeAll(async () => {
  served = await serveInference({
    images: join(shared, 'nih-cxr-images/images_224'),
    model: join(shared, 'model-pneumonia'),
  })
})
test.afterAll(() => served.end())

const expected = () =>
  readFileSync(reference, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
    .map(([name, score]) => ({ name, score: Number(score) }))

/** Fetches the named images as files and scores them as a run does. */
function scored(page: Page, names: string[], choice: 'wasm' | 'webgpu') {
  return page.evaluate(
    async ([list, wanted, backend]) => {
      const { DecoderPool, scoreImages } = globalThis.inference
      const signal = new AbortController().signal
      const model = await (await fetch('/files/model/tm_pneumonia.onnx')).blob()
      const files = await Promise.all(
        list.map(async (name, place) => ({ place, file: await (await fetch(`/files/images/${name}`)).blob() })),
      )
      const scores: (number | null)[] = []
      const reasons: (string | null)[] = []
      let chosen = {
        backend: '',
        reason: '',
        difference: null as number | null,
        threads: 0,
        adapter: null as string | null,
      }
      const pool = new DecoderPool(signal)
      const begin = performance.now()
      let shares = { decode: 0, preprocess: 0, inference: 0 }
      await scoreImages({
        files,
        model,
        specification: wanted,
        choice: backend,
        pool,
        signal,
        mayGoOn: async () => true,
        whenChosen: ({ chosen: { scorer, reason, difference } }) => {
          chosen = { backend: scorer.backend, reason, difference, threads: scorer.threads, adapter: scorer.adapter }
        },
        whenScored: async (images, times) => {
          shares = { ...times }
          for (const image of images) {
            scores[image.place] = image.scores?.[0] ?? null
            reasons[image.place] = image.reason
          }
        },
      })
      pool.end()
      return { scores, reasons, chosen, shares, ms: performance.now() - begin }
    },
    [names, specification, choice] as const,
  )
}

test('scores all 621 X-rays by WASM as the reference does', async ({ page }) => {
  test.setTimeout(300_000)
  await page.goto(served.url)
  const rows = expected()
  const { scores, chosen } = await scored(
    page,
    rows.map(({ name }) => name),
    'wasm',
  )
  const gaps = rows.map(({ score }, place) => Math.abs(score - (scores[place] ?? Number.NaN)))
  expect(rows).toHaveLength(621)
  expect(Math.max(...gaps)).toBeLessThan(1e-4)
  expect(chosen.backend).toBe('wasm')
})

test('scores the first 6 on the software WebGPU adapter, after WASM agreed', async () => {
  test.setTimeout(300_000)
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader', '--enable-features=Vulkan'],
  })
  try {
    const page = await browser.newPage()
    await page.goto(served.url)
    const rows = expected().slice(0, 6)
    const { scores, chosen } = await scored(
      page,
      rows.map(({ name }) => name),
      'webgpu',
    )
    expect(chosen).toMatchObject({ backend: 'webgpu' })
    for (const [place, { score }] of rows.entries()) expect(scores[place]).toBeCloseTo(score, 4)
  } finally {
    await browser.close()
  }
})
