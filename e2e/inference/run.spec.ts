import { expect, test } from '@playwright/test'
import { begin, count, ended, greys } from './drawn-run'
import { serveInference } from './harness'
import { StubServer } from './stub-server'

let server: StubServer
let served: Awaited<ReturnType<typeof serveInference>>
test.beforeEach(async ({ page }) => {
  server = new StubServer()
  served = await serveInference({}, server.api)
  await page.goto(served.url)
})
test.afterEach(() => served.end())

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
