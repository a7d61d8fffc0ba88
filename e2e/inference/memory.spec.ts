import { readFileSync } from 'node:fs'
import { type Browser, expect, test } from '@playwright/test'
import { encode } from 'fast-png'
import { serveInference } from './harness'
import { tinyOnnx } from './tiny-onnx'

// a tenth in `npm test`, all of them in `npm run test:long`
const images = process.env.EQUISCOPE_LIFE ? 2_000 : 200
const side = 256
const noise = Uint8Array.from({ length: side * side }, (_, at) => (at * 2_654_435_761) >>> 24)
const png = Buffer.from(encode({ width: side, height: side, depth: 8, channels: 1, data: noise })).toString('base64')

/** Megabytes that the page's process holds: its threads' too. The browser's own measure waits for idle WASM threads for ever. */
async function residentMegabytes(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const pages = processInfo.filter(({ type }) => type === 'renderer')
  const pagesHeld = pages.map(({ id }) => Number(readFileSync(`/proc/${id}/statm`, 'utf8').split(' ')[1]))
  return (Math.max(...pagesHeld) * 4096) / 1e6
}

test(`memory stays flat over ${images} images`, async ({ page, browser }) => {
  test.skip(process.platform !== 'linux', 'memory of a process is read from /proc')
  test.setTimeout(600_000)
  await page.exposeFunction('residentMegabytes', () => residentMegabytes(browser))
  const served = await serveInference({})
  await page.goto(served.url)
  const megabytes = await page.evaluate(
    async ([onnx, picture, count]) => {
      const { DecoderPool, scoreImages } = globalThis.inference
      const bytesOf = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
      const bytes = bytesOf(picture)
      const { signal } = new AbortController()
      const seen: number[] = []
      let [done, next] = [0, count / 4]
      const pool = new DecoderPool(signal)
      await scoreImages({
        files: Array.from({ length: count }, (_, place) => ({ place, file: new Blob([bytes]) })),
        model: new Blob([bytesOf(onnx)]),
        specification: {
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
        },
        choice: 'wasm',
        pool,
        signal,
        mayGoOn: async () => true,
        whenChosen: () => {},
        whenScored: async (scored) => {
          done += scored.length
          if (done < next) return
          next += count / 4
          seen.push(await (globalThis as unknown as { residentMegabytes(): Promise<number> }).residentMegabytes())
        },
      })
      pool.end()
      return seen
    },
    [tinyOnnx().toString('base64'), png, images] as const,
  )
  await served.end()
  const description = megabytes.map(Math.round).join(', ')
  test.info().annotations.push({ type: 'MB after each quarter', description })
  expect(megabytes).toHaveLength(4)
  expect(megabytes[3] - megabytes[1]).toBeLessThan(60)
})
