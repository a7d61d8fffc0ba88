import { expect, test } from '@playwright/test'
import { encode } from 'fast-png'
import { serveInference } from './harness'
import { tinyOnnx } from './tiny-onnx'

// a tenth in `npm test`, all of them in `npm run test:long`
const images = process.env.EQUISCOPE_LIFE ? 2_000 : 200
const side = 256
const noise = Uint8Array.from({ length: side * side }, (_, at) => (at * 2_654_435_761) >>> 24)
const png = Buffer.from(encode({ width: side, height: side, depth: 8, channels: 1, data: noise })).toString('base64')

test.use({
  launchOptions: {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    // measures at once, not at the next large garbage collection
    args: ['--no-sandbox', '--enable-blink-features=ForceEagerMeasureMemory'],
  },
})

test(`memory stays flat over ${images} images`, async ({ page }) => {
  test.setTimeout(600_000)
  const served = await serveInference({})
  await page.goto(served.url)
  const megabytes = await page.evaluate(
    async ([onnx, picture, count]) => {
      const { DecoderPool, scoreImages } = globalThis.inference
      const bytesOf = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
      const bytes = bytesOf(picture)
      const { signal } = new AbortController()
      const measured = async () => {
        const { bytes: used } = await (
          performance as unknown as { measureUserAgentSpecificMemory(): Promise<{ bytes: number }> }
        ).measureUserAgentSpecificMemory()
        return used / 1e6
      }
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
          seen.push(await measured())
        },
      })
      pool.end()
      return seen
    },
    [tinyOnnx().toString('base64'), png, images] as const,
  )
  await served.end()
  console.log(`MB after each quarter: ${megabytes.map(Math.round).join(', ')}`)
  expect(megabytes).toHaveLength(4)
  expect(megabytes[3] - megabytes[0]).toBeLessThan(40)
})
