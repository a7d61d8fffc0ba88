import { chooseBackend, tolerance } from '@/lib/inference/choose-backend'
import { DecoderPool } from '@/lib/inference/decoder-pool'
import { proposeSpecification } from '@/lib/inference/propose-specification'
import { scoreImages } from '@/lib/inference/score-images'
import { openScorer, readModelShape, threadCount } from '@/lib/inference/scorer'

/** What the browser tests reach of the room. */
const inference = {
  chooseBackend,
  tolerance,
  DecoderPool,
  proposeSpecification,
  scoreImages,
  openScorer,
  readModelShape,
  threadCount,
}
export type Inference = typeof inference
declare global {
  var inference: Inference
}
globalThis.inference = inference
