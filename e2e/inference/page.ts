import { wrap } from 'comlink'
import { DecoderPool } from '@/lib/inference/decoder-pool'
import { inspectImages } from '@/lib/inference/inspect-images'
import { openModel, tryModel } from '@/lib/inference/open-model'
import { parseKey, printKey, pseudonymKey, replaceKey } from '@/lib/inference/pseudonym-key'
import { scoreImages } from '@/lib/inference/score-images'
import { keptRuns } from '@/lib/inference/score-journal'
import { openScorer, threadCount } from '@/lib/inference/scorer'
import { sha256Of } from '@/lib/inference/sha256-of'
import { resumeRun, startRun } from '@/lib/inference/start-run'
import type { Bare } from './bare.worker'

/** Images a second of a bare loop, `batch` images a run. */
async function barePerSecond(model: Blob, input: string, shape: number[], runs: number, threads: number) {
  const worker = new Worker(new URL('./bare.worker.ts', import.meta.url), { type: 'module' })
  const seconds = await wrap<Bare>(worker).seconds(await model.arrayBuffer(), input, shape, runs, threads)
  worker.terminate()
  return (runs * shape[0]) / seconds
}

/** What the browser tests reach of the room. */
const room = {
  barePerSecond,
  threadCount,
  DecoderPool,
  inspectImages,
  openModel,
  tryModel,
  parseKey,
  printKey,
  pseudonymKey,
  replaceKey,
  scoreImages,
  keptRuns,
  openScorer,
  sha256Of,
  resumeRun,
  startRun,
}
declare global {
  var inference: typeof room
  /** kept by a test between two looks */
  var run: ReturnType<typeof startRun>
}
globalThis.inference = room
