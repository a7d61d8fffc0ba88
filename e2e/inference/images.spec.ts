import { existsSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { serveInference } from './harness'

const samples = resolve(import.meta.dirname, '../../../shared/data/dicom-samples')
const names = existsSync(samples) ? readdirSync(samples).filter((name) => name.endsWith('.dcm')) : []
let served: Awaited<ReturnType<typeof serveInference>>
test.beforeAll(async () => {
  served = await serveInference({ samples })
})
test.afterAll(() => served.end())
test.beforeEach(({ page }) => page.goto(served.url))

const view = {
  input: 'x',
  layout: 'NCHW' as const,
  width: 64,
  height: 64,
  channels: 3 as const,
  batch: null,
  resize: 'fit' as const,
  normalisation: { kind: 'raw' as const },
  output: 'y',
  activation: 'none' as const,
  tasks: [{ task: 'Edema', index: 0 }],
}

test('decodes each DICOM sample in a thread of the browser', async ({ page }) => {
  test.skip(names.length === 0, 'the DICOM samples are not here: ../shared/data')
  const seen = await page.evaluate(
    async ([list, wanted]) => {
      const pool = new globalThis.inference.DecoderPool(new AbortController().signal, 1)
      const looks = []
      for (const name of list) {
        const file = await (await fetch(`/files/samples/${name}`)).blob()
        looks.push(
          await pool
            .ask(async (remote) => remote.view(file, wanted))
            .then(({ ranges: [{ high }] }) => (high > 100 ? 'seen' : `dark ${high}`))
            .catch((error) => String(error.message)),
        )
      }
      pool.end()
      return looks
    },
    [names, view] as const,
  )
  for (const [place, name] of names.entries()) {
    if (name === 'badVR.dcm') expect(seen[place]).toMatch(/radiotherapy dose/)
    else if (name === 'liver_1frame.dcm') expect(seen[place]).toMatch(/segmentation/)
    else expect([name, seen[place]]).toEqual([name, 'seen'])
  }
})

/** A picture that the browser itself writes, grey from black to white; `cut` keeps only so much of it. */
function drawn(page: Page, kind: 'image/jpeg' | 'image/webp', cut: number) {
  return page.evaluate(
    async ([type, share, wanted]) => {
      const canvas = new OffscreenCanvas(64, 64)
      const context = canvas.getContext('2d')
      for (let column = 0; column < 64; column++) {
        if (context) context.fillStyle = `rgb(${column * 4} ${column * 4} ${column * 4})`
        context?.fillRect(column, 0, 1, 64)
      }
      const blob = await canvas.convertToBlob({ type, quality: 1 })
      const pool = new globalThis.inference.DecoderPool(new AbortController().signal, 1)
      const answer = await pool
        .ask(async (remote) => remote.prepare(blob.slice(0, Math.floor(blob.size * share)), wanted))
        .then(({ tensor }) => Array.from(tensor.subarray(0, 64)))
        .catch((error) => String(error.message))
      pool.end()
      return answer
    },
    [kind, cut, view] as const,
  )
}

for (const kind of ['image/jpeg', 'image/webp'] as const) {
  test(`reads ${kind} as the browser does`, async ({ page }) => {
    const row = await drawn(page, kind, 1)
    expect(row).toHaveLength(64)
    for (const [column, value] of (row as number[]).entries())
      expect(Math.abs(value - column * 4)).toBeLessThanOrEqual(3)
  })
  test(`refuses ${kind} that is cut off`, async ({ page }) => {
    for (const share of [0.1, 0.5, 0.9, 0.98])
      expect(await drawn(page, kind, share)).toMatch(/damaged|cut off|no image/)
  })
}

test('looks at 10,000 files with Unicode names in nested folders, finds the twins, and stays usable', async ({
  page,
}) => {
  test.setTimeout(120_000)
  const { states, longestMs } = await page.evaluate(async () => {
    const { DecoderPool, inspectImages, pseudonymKey } = globalThis.inference
    const head = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]
    const files = Array.from({ length: 10_000 }, (_, place) => ({
      path: `Süd/Röntgen ${place % 97}/患者 ${place}.png`,
      file: new File(
        [place % 1000 === 1 ? 'notes' : new Uint8Array([...head, place & 255, place >> 8])],
        `${place}.png`,
      ),
    }))
    let [last, longest] = [performance.now(), 0]
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 20)
    const pool = new DecoderPool(new AbortController().signal)
    const inspected = await inspectImages(files, await pseudonymKey(), pool)
    clearInterval(beat)
    pool.end()
    const counts: Record<string, number> = {}
    for (const { state } of inspected) counts[state] = (counts[state] ?? 0) + 1
    return { states: counts, longestMs: longest }
  })
  expect(states).toEqual({ readable: 9_990, unreadable: 10 })
  expect(longestMs).toBeLessThan(1_000)
})

test('the key of pseudonyms stays, can be saved, and makes the same pseudonyms elsewhere', async ({
  page,
  browser,
}) => {
  const saved = await page.evaluate(async () =>
    globalThis.inference.printKey(await globalThis.inference.pseudonymKey()),
  )
  await page.reload()
  expect(
    await page.evaluate(async () => globalThis.inference.printKey(await globalThis.inference.pseudonymKey())),
  ).toBe(saved)
  const elsewhere = await (await browser.newContext()).newPage()
  await elsewhere.goto(served.url)
  const after = await elsewhere.evaluate(async (text) => {
    const { parseKey, replaceKey, printKey, pseudonymKey } = globalThis.inference
    const before = await printKey(await pseudonymKey())
    await replaceKey(await parseKey(text))
    return { before, now: await printKey(await pseudonymKey()) }
  }, saved)
  expect(after.before).not.toBe(saved)
  expect(after.now).toBe(saved)
  const refusal = (text: string) =>
    page.evaluate((given) => globalThis.inference.parseKey(given).catch((error) => error.message), text)
  expect(await refusal('nonsense')).toMatch(/no key/)
})
