import { expose, transfer } from 'comlink'
import { decodeImage } from './decode-image'
import { inspectFile } from './inspect-file'
import { modelView } from './model-view'
import { preprocess } from './preprocess'
import type { DecodingWorker } from './protocol'
import { readFile } from './read-file'
import { tell } from './tell'

expose({
  async prepare(file, specification) {
    const told = await tell(async () => {
      const begin = performance.now()
      const { pixels, notes } = await decodeImage(await readFile(file))
      const decoded = performance.now()
      const tensor = preprocess(pixels, specification)
      return { tensor, notes, decodeMs: decoded - begin, preprocessMs: performance.now() - decoded }
    })
    return 'answer' in told ? transfer(told, [told.answer.tensor.buffer]) : told
  },
  inspect: (file, path, key) => tell(() => inspectFile(file, path, key)),
  view: (file, specification) =>
    tell(async () => {
      const { pixels, notes } = await decodeImage(await readFile(file))
      return { ...modelView(preprocess(pixels, specification), specification), notes }
    }),
} satisfies DecodingWorker)
