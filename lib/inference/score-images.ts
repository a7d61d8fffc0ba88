import type { InputSpecification } from '@/lib/wire/input-specification'
import { type BackendChoice, chooseBackend } from './choose-backend'
import type { DecoderPool } from './decoder-pool'
import type { PreparedImage } from './protocol'
import { SteadyScorer } from './steady-scorer'
import { UnreadableImage } from './unreadable-image'

/** One image after its turn: scores by task (null: the model's answer is no number), or the reason why it has none. */
export type ScoredImage = { place: number; scores: (number | null)[] | null; reason: string | null; notes: string[] }

/** Milliseconds of work so far, in whatever thread. */
export interface WorkTimes {
  decode: number
  preprocess: number
  inference: number
}

export interface Scoring {
  files: readonly { place: number; file: Blob }[]
  model: Blob
  specification: InputSpecification
  choice: BackendChoice
  pool: DecoderPool
  signal: AbortSignal
  /** pending while the run pauses; false: it ends here, with what is there */
  mayGoOn: () => Promise<boolean>
  whenChosen: (scorer: SteadyScorer) => Promise<void> | void
  whenScored: (images: ScoredImage[], times: WorkTimes) => Promise<void>
}

/** Images that both backends score before either is believed. */
const firstCount = 6
/** Bytes of prepared images that may wait for the model. */
const waitingBytes = 256 * 2 ** 20

type Prepared = { place: number; image?: PreparedImage; reason?: string }

/**
 * Scores files in order. Decoding runs ahead by about two batches, so that the model never waits for it and memory
 * stays flat; a file that cannot be read takes its reason along and is skipped.
 */
export async function scoreImages(scoring: Scoring): Promise<void> {
  const { specification, signal } = scoring
  const times: WorkTimes = { decode: 0, preprocess: 0, inference: 0 }
  const prepared = preparedAhead(scoring, times)
  const first = await firstReadable(prepared.take)
  const tensors = first.flatMap(({ image }) => image?.tensor ?? [])
  if (tensors.length === 0) {
    await scoring.whenScored(results(first, new Float64Array(0), specification.tasks.length), times)
    return
  }
  const chosen = await chooseBackend(scoring.model, specification, tensors, scoring.choice, signal)
  const scorer = new SteadyScorer(chosen, scoring.model, specification, signal)
  try {
    await scoring.whenChosen(scorer)
    await scoring.whenScored(results(first, chosen.scores, specification.tasks.length), times)
    // one batch is with the model while the answer to the one before is written down: the model's thread never waits
    let before = Promise.resolve()
    while (await scoring.mayGoOn()) {
      signal.throwIfAborted()
      const batch = await prepared.take(scorer.batch.current)
      if (batch.length === 0) break
      const scored = scoredBatch(batch, scorer, specification, times)
      scored.catch(() => {}) // it is awaited with the next one
      await before
      before = scored.then((images) => scoring.whenScored(images, times))
      before.catch(() => {})
    }
    await before
  } finally {
    scorer.end()
  }
}

async function scoredBatch(
  batch: Prepared[],
  scorer: SteadyScorer,
  { tasks }: InputSpecification,
  times: WorkTimes,
): Promise<ScoredImage[]> {
  const images = batch.flatMap(({ image }) => image?.tensor ?? [])
  if (images.length === 0) return results(batch, new Float64Array(0), tasks.length)
  const { scores, inferenceMs } = await scorer.score(images)
  times.inference += inferenceMs
  return results(batch, scores, tasks.length)
}

async function firstReadable(take: (count: number) => Promise<Prepared[]>): Promise<Prepared[]> {
  const taken: Prepared[] = []
  for (let wanted = firstCount; wanted > 0; wanted = firstCount - taken.filter(({ image }) => image).length) {
    const more = await take(wanted)
    if (more.length === 0) break
    taken.push(...more)
  }
  return taken
}

function preparedAhead({ files, pool, specification }: Scoring, times: WorkTimes) {
  const { width, height, channels } = specification
  const most = Math.max(2, Math.floor(waitingBytes / (width * height * channels * 4)))
  const waiting: Promise<Prepared>[] = []
  let next = 0
  const fill = (wanted: number) => {
    while (waiting.length < Math.min(most, wanted) && next < files.length) {
      const { place, file } = files[next++]
      const one = prepareOne(place, file)
      one.catch(() => {}) // it is awaited later, or never where the run ends before
      waiting.push(one)
    }
  }
  async function prepareOne(place: number, file: Blob): Promise<Prepared> {
    try {
      const image = await pool.ask(async (remote) => remote.prepare(file, specification))
      times.decode += image.decodeMs
      times.preprocess += image.preprocessMs
      return { place, image }
    } catch (error) {
      if (error instanceof UnreadableImage) return { place, reason: error.message }
      throw error
    }
  }
  return {
    /** The next images in order, asking for those after them. */
    async take(count: number): Promise<Prepared[]> {
      fill(count)
      const taken = waiting.splice(0, count)
      fill(count * 2 + 2)
      return Promise.all(taken)
    },
  }
}

function results(batch: Prepared[], scores: Float64Array, tasks: number): ScoredImage[] {
  let row = 0
  return batch.map(({ place, image, reason }) => {
    if (!image) return { place, scores: null, reason: reason ?? null, notes: [] }
    const own = Array.from(scores.subarray(row * tasks, ++row * tasks), (score) =>
      Number.isFinite(score) ? score : null,
    )
    const isNumber = own.every((score) => score !== null)
    return { place, scores: own, reason: isNumber ? null : "The model's answer is not a number.", notes: image.notes }
  })
}
