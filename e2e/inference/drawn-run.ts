import type { Page } from '@playwright/test'
import { encode } from 'fast-png'
import { tinyOnnx } from './tiny-onnx'

export const count = 450
/** Grey images of one value each: the model's score is that value, from 0 to 1. */
export const greys = Array.from({ length: count }, (_, place) => (place * 37) % 256)
const pngs = greys.map((grey) =>
  Buffer.from(encode({ width: 8, height: 8, depth: 8, channels: 1, data: new Uint8Array(64).fill(grey) })).toString(
    'base64',
  ),
)
const model = tinyOnnx().toString('base64')

interface Asked {
  choice?: 'wasm' | 'webgpu'
  how: 'start' | 'resume'
  pauseAt?: number
  bad?: number[]
  images?: number
}

/** Begins or goes on with a run of the drawn images in this tab; `globalThis.run` keeps it. */
export function begin(page: Page, { how, pauseAt, bad = [], images = count, choice = 'wasm' }: Asked) {
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
          choice: wanted.choice,
          folder: null,
          modelFile: null,
        })
      } else {
        const [kept] = await inference.keptRuns(1)
        globalThis.run = inference.resumeRun(kept, blob, listed, wanted.choice)
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
    [model, pngs, { how, pauseAt, bad, images, choice }] as const,
  )
}

/** Waits for the end of the run in this tab. */
export function ended(page: Page) {
  return page.evaluate(async () => {
    await globalThis.run.finished.catch(() => {})
    const { state, done, failed, problem, isServerGone, backend, backendReason } = globalThis.run.progress
    return { state, done, failed, problem: problem?.message ?? null, isServerGone, backend, backendReason }
  })
}
