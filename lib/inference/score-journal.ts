import type { ScoreBatch } from '@/lib/wire/scoring-run'
import { browserStore, type KeptImage, type KeptRun, stored } from './browser-store'
import { type ChosenBackend, provenanceOf } from './choose-backend'
import type { RunImage } from './run-images'
import type { ScoredImage } from './score-images'

/** Images a batch: fixed by place, so that a batch sent twice is the same to the letter. */
export const batchImages = 200

/**
 * What this browser knows of a run until the server has confirmed it. A score is here before it is sent, and goes when
 * its batch is confirmed: a closed tab loses at most what the model was just working on.
 */
export class ScoreJournal {
  readonly run: KeptRun
  /** by batch: images that have had no turn yet */
  #open: number[]

  private constructor(run: KeptRun) {
    this.run = run
    this.#open = Array.from({ length: Math.ceil(run.images / batchImages) }, (_, number) =>
      Math.min(batchImages, run.images - number * batchImages),
    )
  }

  static async begin(run: KeptRun, images: readonly RunImage[]): Promise<ScoreJournal> {
    const store = await stored(browserStore())
    const writing = store.transaction(['runs', 'images'], 'readwrite')
    const kept = images.map(({ file, ...image }, place) => ({
      ...image,
      bytes: file.size,
      run: run.id,
      place,
      outcome: null,
    }))
    const writes = [
      writing.objectStore('runs').put(run),
      ...kept.map((image) => writing.objectStore('images').put(image)),
      writing.done,
    ]
    await stored(Promise.all(writes))
    return new ScoreJournal(run)
  }

  /** Takes up a run that was left. What the server has confirmed meanwhile need not be sent again. */
  static async resume(run: KeptRun, confirmed: readonly number[]): Promise<ScoreJournal> {
    const journal = new ScoreJournal(run)
    for (const number of confirmed) if (!run.confirmed.includes(number)) await journal.confirm(number)
    for (const { place, outcome } of await keptImages(run))
      if (outcome) journal.#open[Math.floor(place / batchImages)]--
    return journal
  }

  /** Keeps what became of some images. */
  async append(scored: readonly Omit<ScoredImage, 'notes'>[]): Promise<void> {
    const store = await browserStore()
    const writing = store.transaction('images', 'readwrite')
    const writes = scored.map(async ({ place, scores, reason }) => {
      const image = await writing.store.get([this.run.id, place])
      if (image) await writing.store.put({ ...image, outcome: { scores, reason } })
    })
    await stored(Promise.all([...writes, writing.done]))
    for (const { place } of scored) this.#open[Math.floor(place / batchImages)]--
  }

  /** Keeps where scores come from before they are kept: an end after a reload must know it. */
  async keepProvenance({ scorer, reason, difference }: Omit<ChosenBackend, 'scores'>): Promise<void> {
    const { run } = this
    if (!run.backends.includes(scorer.backend)) run.backends.push(scorer.backend)
    run.provenance = provenanceOf({ scorer, reason, difference }, run.model, run.backends)
    await stored((await browserStore()).put('runs', run))
  }

  /** Batches to send: those whose images have all had their turn; `isLast`: all that the server has not confirmed. */
  ready(isLast: boolean): number[] {
    const numbers = Array.from(this.#open.keys()).filter((number) => !this.run.confirmed.includes(number))
    return isLast ? numbers : numbers.filter((number) => this.#open[number] === 0)
  }

  /** Rows of those images of a batch that have had their turn; `null`: none. */
  async batch(number: number): Promise<ScoreBatch | null> {
    const images = await (await browserStore()).getAll('images', this.#range(number))
    const rows = images.flatMap(({ example, subject, labels, attributes, outcome }) =>
      outcome ? [{ example, subject, scores: outcome.scores ?? labels.map(() => null), labels, attributes }] : [],
    )
    return rows.length > 0 ? { rows } : null
  }

  /** The server has a batch: its scores need not be kept, only why some images have none. */
  async confirm(number: number): Promise<void> {
    const store = await browserStore()
    const writing = store.transaction(['runs', 'images'], 'readwrite')
    for (const { path, outcome } of await writing.objectStore('images').getAll(this.#range(number)))
      if (outcome?.reason) this.run.failed.push({ path, reason: outcome.reason })
    this.run.confirmed.push(number)
    const writes = [
      writing.objectStore('images').delete(this.#range(number)),
      writing.objectStore('runs').put(this.run),
      writing.done,
    ]
    await stored(Promise.all(writes))
  }

  /** Forgets the run: it has ended, or was cancelled. */
  async forget(): Promise<void> {
    await forgetRun(this.run.id)
  }

  #range(number: number) {
    const { id } = this.run
    return IDBKeyRange.bound([id, number * batchImages], [id, (number + 1) * batchImages], false, true)
  }
}

/** Images of a run that the server has not confirmed, in order. */
export async function keptImages({ id }: KeptRun): Promise<KeptImage[]> {
  return (await browserStore()).getAll('images', IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER]))
}

/** Runs that this browser has begun and not finished, the latest first. */
export async function keptRuns(projectId: number): Promise<KeptRun[]> {
  const runs = await (await stored(browserStore())).getAll('runs')
  return runs.filter((run) => run.projectId === projectId).sort((one, other) => other.id - one.id)
}

export async function forgetRun(id: number): Promise<void> {
  const store = await browserStore()
  const writing = store.transaction(['runs', 'images'], 'readwrite')
  const all = IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER])
  await stored(
    Promise.all([writing.objectStore('runs').delete(id), writing.objectStore('images').delete(all), writing.done]),
  )
}
