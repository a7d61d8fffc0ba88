import { expect, type Page, test } from '@playwright/test'
import { encode } from 'fast-png'
import { serveInference } from './harness'
import { StubServer } from './stub-server'
import { tinyOnnx } from './tiny-onnx'

const count = 450
/** Grey images of one value each: the model's score is that value, from 0 to 1. */
const greys = Array.from({ length: count }, (_, place) => (place * 37) % 256)
const pngs = greys.map((grey) =>
  Buffer.from(encode({ width: 8, height: 8, depth: 8, channels: 1, data: new Uint8Array(64).fill(grey) })).toString(
    'base64',
  ),
)
const model = tinyOnnx().toString('base64')

let server: StubServer
let served: Awaited<ReturnType<typeof serveInference>>
test.beforeEach(async ({ page }) => {
  server = new StubServer()
  served = await serveInference({}, server.api)
  await page.goto(served.url)
})
test.afterEach(() => served.end())

interface Asked {
  how: 'start' | 'resume'
  pauseAt?: number
  bad?: number[]
  images?: number
}

/** Begins or goes on with a run of the drawn images in this tab; `globalThis.run` keeps it. */
function begin(page: Page, { how, pauseAt, bad = [], images = count }: Asked) {
  return page.evaluate(
    async ([onnx, files, wanted]) => {
      const { inference } = globalThis
      const bytesOf = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
      const blob = new Blob([bytesOf(onnx)])
      const specification = {
        input: 'x',
        layout: 'NCHW',
        width: 8,
        height: 8,
        channels: 3,
        batch: null,
        resize: 'stretch',
        normalisation: { kind: 'unit' },
        output: 'y',
        activation: 'none',
        tasks: [{ task: 'Edema', index: 0 }],
      } as const
      const listed = files.slice(0, wanted.images).map((text, place) => {
        const path = `ward é/${String(place).padStart(4, '0')} Müller.png`
        const bytes = bytesOf(text)
        return { path, file: new File([wanted.bad.includes(place) ? bytes.slice(0, 40) : bytes], 'Müller.png') }
      })
      const pseudonym = (place: number) => place.toString(16).padStart(32, '0')
      if (wanted.how === 'start') {
        globalThis.run = inference.startRun({
          projectId: 1,
          name: 'Ward',
          draft: {
            modelVersionId: 3,
            datasetId: null,
            dataset: 'Cohort',
            tasks: [{ name: 'Edema', direction: 'disease' }],
            attributes: [],
            inTrainingData: 'no',
            images: listed.length,
            isSynthetic: true,
          },
          model: blob,
          modelSha256: await inference.sha256Of(blob),
          specification: { ...specification, tasks: [...specification.tasks] },
          images: listed.map((image, place) => ({
            ...image,
            example: pseudonym(place),
            subject: pseudonym(place),
            labels: [place % 2 ? 1 : 0],
            attributes: [],
          })),
          choice: 'wasm',
          folder: null,
          modelFile: null,
        })
      } else {
        const [kept] = await inference.keptRuns(1)
        globalThis.run = inference.resumeRun(kept, blob, listed, 'wasm')
      }
      const { run } = globalThis
      if (wanted.pauseAt !== undefined)
        await new Promise<void>((next) => {
          const end = run.subscribe(() => {
            if (run.progress.done >= (wanted.pauseAt ?? 0)) run.pause()
            if (run.progress.state !== 'paused') return
            end()
            next()
          })
        })
    },
    [model, pngs, { how, pauseAt, bad, images }] as const,
  )
}

/** Waits for the end of the run in this tab. */
function ended(page: Page) {
  return page.evaluate(async () => {
    await globalThis.run.finished.catch(() => {})
    const { state, done, failed, problem, isServerGone, backend, backendReason } = globalThis.run.progress
    return { state, done, failed, problem: problem?.message ?? null, isServerGone, backend, backendReason }
  })
}

function expectAllScored() {
  expect(server.rows).toHaveLength(count)
  for (const [place, row] of server.rows.entries()) {
    expect(row.example).toBe(place.toString(16).padStart(32, '0'))
    expect(row.scores[0]).toBeCloseTo(greys[place] / 255, 5)
  }
}

test('scores a folder, sends pseudonyms and numbers only, and ends the run', async ({ page }) => {
  await begin(page, { how: 'start' })
  expect(await ended(page)).toMatchObject({ state: 'done', done: count, failed: [], backend: 'wasm' })
  expectAllScored()
  expect(server.end).toMatchObject({
    isPartial: false,
    provenance: { backend: 'wasm', adapter: null, difference: null },
  })
  expect(server.end?.provenance.runtime).toMatch(/^onnxruntime-web 1\.30/)
  expect(server.bodies.join('')).not.toMatch(/ller|ward|png/i)
  expect(await page.evaluate(() => globalThis.inference.keptRuns(1))).toEqual([])
})

test('lists a bad image with its reason, skips it, and counts it as not scored', async ({ page }) => {
  await begin(page, { how: 'start', bad: [0, 3, 449] })
  const { state, failed } = await ended(page)
  expect(state).toBe('done')
  expect(failed.map(({ path }) => path.slice(7, 11))).toEqual(['0000', '0003', '0449'])
  expect(failed[0].reason).toMatch(/damaged or cut off/)
  expect(server.rows.filter(({ scores }) => scores[0] === null)).toHaveLength(3)
  expect(server.rows).toHaveLength(count)
})

test('goes on after a reload where it was, and sends no image twice', async ({ page }) => {
  await begin(page, { how: 'start', pauseAt: 250 })
  await expect
    .poll(() => page.evaluate(() => globalThis.inference.keptRuns(1).then(([kept]) => kept.confirmed)))
    .toEqual([0])
  await page.reload()
  const [kept] = await page.evaluate(() => globalThis.inference.keptRuns(1))
  expect(kept).toMatchObject({ id: 7, images: count, confirmed: [0] })
  await begin(page, { how: 'resume' })
  expect(await ended(page)).toMatchObject({ state: 'done', done: count, problem: null })
  expectAllScored()
  expect(server.conflicts).toBe(0)
})

test('goes on when the tab died after the last image, before the end was sent', async ({ page }) => {
  server.faults = 0
  await begin(page, { how: 'start', pauseAt: 440 })
  server.faults = 1000
  await page.evaluate(() => globalThis.run.resume())
  await expect.poll(() => page.evaluate(() => globalThis.run.progress.isServerGone)).toBe(true)
  await page.reload()
  server.faults = 0
  await begin(page, { how: 'resume' })
  expect(await ended(page)).toMatchObject({ state: 'done', done: count })
  expectAllScored()
  expect(server.end?.provenance.backend).toBe('wasm')
})

test('keeps scoring while the server is gone, and sends the same batch again when an answer was lost', async ({
  page,
}) => {
  server.lostAnswers = 2
  await begin(page, { how: 'start', pauseAt: 50 })
  await page.context().setOffline(true)
  await page.evaluate(() => globalThis.run.resume())
  await expect.poll(() => page.evaluate(() => globalThis.run.progress.isServerGone)).toBe(true)
  await expect.poll(() => page.evaluate(() => globalThis.run.progress.done)).toBe(count)
  await page.context().setOffline(false)
  expect(await ended(page)).toMatchObject({ state: 'done', isServerGone: false })
  expectAllScored()
  expect(server.conflicts).toBe(0)
})

test('a second tab does not take the same run', async ({ page, context }) => {
  await begin(page, { how: 'start', pauseAt: 30 })
  const other = await context.newPage()
  await other.goto(served.url)
  await begin(other, { how: 'resume' })
  expect(await ended(other)).toMatchObject({ state: 'stopped', problem: expect.stringMatching(/another tab/) })
  await page.evaluate(() => globalThis.run.resume())
  expect(await ended(page)).toMatchObject({ state: 'done' })
  expectAllScored()
})

test('ends with what is there when a person wants that, as partial', async ({ page }) => {
  await begin(page, { how: 'start', pauseAt: 230 })
  await page.evaluate(() => globalThis.run.finishNow())
  const { state, done } = await ended(page)
  expect(state).toBe('done')
  expect(server.rows).toHaveLength(done)
  expect(done).toBeLessThan(count)
  expect(server.end?.isPartial).toBe(true)
})

test('a cancelled run is forgotten here and there', async ({ page }) => {
  await begin(page, { how: 'start', pauseAt: 100 })
  await page.evaluate(() => globalThis.run.cancel())
  expect(await ended(page)).toMatchObject({ state: 'cancelled', problem: null })
  expect(server.state).toBe('cancelled')
  expect(await page.evaluate(() => globalThis.inference.keptRuns(1))).toEqual([])
})

test('stops in clear words when the browser has no room left, and goes on when there is', async ({ page }) => {
  await begin(page, { how: 'start', pauseAt: 100 })
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    globalThis.run.resume()
  })
  expect(await ended(page)).toMatchObject({ state: 'stopped', problem: expect.stringMatching(/no room left/) })
  await page.reload()
  await begin(page, { how: 'resume' })
  expect(await ended(page)).toMatchObject({ state: 'done', done: count })
  expectAllScored()
})

test('images that are not found again count as not scored', async ({ page }) => {
  await begin(page, { how: 'start', pauseAt: 100 })
  await page.reload()
  await begin(page, { how: 'resume', images: 400 })
  const { state, failed } = await ended(page)
  expect(state).toBe('done')
  expect(failed).toHaveLength(50)
  expect(failed[0].reason).toMatch(/not found again/)
  expect(server.rows).toHaveLength(count)
})
