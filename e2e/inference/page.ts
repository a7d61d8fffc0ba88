import { DecoderPool } from '@/lib/inference/decoder-pool'
import { inspectImages } from '@/lib/inference/inspect-images'
import { openModel, tryModel } from '@/lib/inference/open-model'
import { parseKey, printKey, pseudonymKey, replaceKey } from '@/lib/inference/pseudonym-key'
import { scoreImages } from '@/lib/inference/score-images'
import { keptRuns } from '@/lib/inference/score-journal'
import { openScorer } from '@/lib/inference/scorer'
import { sha256Of } from '@/lib/inference/sha256-of'
import { resumeRun, startRun } from '@/lib/inference/start-run'

/** What the browser tests reach of the room. */
const room = {
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
