import { Problem } from '@/lib/problem'
import { fetchAnswer } from '@/lib/wire/fetch-answer'
import { ScoringRun, type ScoringRunEnd } from '@/lib/wire/scoring-run'
import { askUntilAnswered, BatchUploader } from './batch-uploader'
import type { BackendChoice } from './choose-backend'
import { DecoderPool } from './decoder-pool'
import { holdingRun } from './run-lock'
import { beginning, type RunProgress, Speed, sharesOf } from './run-progress'
import { RunStopped } from './run-stopped'
import { type ScoredImage, scoreImages, type WorkTimes } from './score-images'
import { forgetRun, type ScoreJournal } from './score-journal'
import type { SteadyScorer } from './steady-scorer'

/** What a run needs to go on: the server's run, the journal, the files that are still to be scored. */
export interface OpenedRun {
  server: ScoringRun
  journal: ScoreJournal
  files: readonly { place: number; path: string; file: File }[]
  /** images that have had their turn and got no score */
  failed: { path: string; reason: string }[]
  model: Blob
  choice: BackendChoice
}

/** A run in this tab: what a page watches, pauses and ends. Leaving the tab keeps what was scored. */
export class Run {
  /** The run as the server has it in the end: its import makes the evaluation. Rejects when it is stopped or cancelled. */
  readonly finished: Promise<ScoringRun>
  #progress: RunProgress
  #listeners = new Set<() => void>()
  #ending = new AbortController()
  #pausing: { goOn: () => void; until: Promise<void> } | undefined
  #speed = new Speed()
  #scorer: SteadyScorer | undefined
  #firstScores: string | undefined
  #differs = false
  #isCutShort = false

  /** @param keptId of a run that was left: it is held before it is opened, so that another tab's journal stays untouched */
  constructor(images: number, open: (signal: AbortSignal) => Promise<OpenedRun>, keptId: number | null = null) {
    this.#progress = { ...beginning, images }
    const opening = () => open(this.#ending.signal)
    this.finished = this.#live(
      keptId === null
        ? async () => {
            const opened = await opening()
            return holdingRun(opened.server.id, () => this.#work(opened))
          }
        : () => holdingRun(keptId, async () => this.#work(await opening())),
    )
    this.finished.catch(() => {}) // a page learns it from the progress
  }

  get progress(): RunProgress {
    return this.#progress
  }

  /** Calls back at each change; the answer ends that. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  pause(): void {
    if (this.#pausing || this.#progress.state !== 'running') return
    let goOn = () => {}
    const until = new Promise<void>((next) => {
      goOn = next
    })
    this.#pausing = { goOn, until }
    this.#tell({ state: 'paused', perSecond: null, secondsLeft: null })
  }

  resume(): void {
    if (!this.#pausing) return
    this.#speed.forget()
    this.#tell({ state: 'running' })
    this.#pausing.goOn()
    this.#pausing = undefined
  }

  /** Ends the run with the scores that are there; the evaluation is marked as partial. */
  finishNow(): void {
    this.#isCutShort = true
    this.resume()
  }

  /** Leaves the run as it is, for example because the page is left: it can be resumed. */
  leave(): void {
    this.#stop('The run was left. It can be resumed.')
  }

  /** Ends the run for good: server and browser forget its scores. */
  async cancel(): Promise<void> {
    this.#stop('The run was cancelled.')
    await this.finished.catch(() => {})
    const { run } = this.#progress
    if (run) {
      await fetchAnswer(ScoringRun, `${addressOf(run)}/cancel`, { method: 'POST' })
      await forgetRun(run.id)
    }
    this.#tell({ state: 'cancelled', problem: null })
  }

  #stop(words: string) {
    this.#ending.abort(new RunStopped(words))
    this.#pausing?.goOn()
    this.#pausing = undefined
  }

  async #live(work: () => Promise<ScoringRun>): Promise<ScoringRun> {
    try {
      return await work()
    } catch (error) {
      this.#ending.abort(error)
      const problem =
        error instanceof Problem ? error : new RunStopped('The run stopped by a fault of the program. Resume it.')
      this.#tell({ state: 'stopped', perSecond: null, secondsLeft: null, problem })
      if (!(error instanceof Problem)) throw error
      throw problem
    }
  }

  async #work({ server, journal, files, failed, model, choice }: OpenedRun): Promise<ScoringRun> {
    const { signal } = this.#ending
    this.#tell({ run: server, failed })
    if (server.state !== 'open') return this.#alreadyEnded(server)
    const pool = new DecoderPool(signal)
    const address = addressOf(server)
    const whenGone = (isServerGone: boolean) => this.#tell({ isServerGone })
    const uploader = new BatchUploader(journal, address, signal, whenGone)
    const pathOf = new Map(files.map(({ place, path }) => [place, path]))
    this.#tell({ state: 'checking', done: server.images - files.length })
    try {
      await scoreImages({
        files,
        model,
        specification: journal.run.specification,
        choice,
        pool,
        signal,
        mayGoOn: async () => {
          await this.#pausing?.until
          return !this.#isCutShort
        },
        whenChosen: async (scorer) => {
          this.#scorer = scorer
          await journal.keepProvenance(scorer.chosen)
          this.#tell({ state: 'running' })
        },
        whenScored: async (images, times) => {
          const backend = this.#scorer?.chosen.scorer.backend
          if (this.#scorer && backend !== journal.run.provenance?.backend)
            await journal.keepProvenance(this.#scorer.chosen)
          await journal.append(images)
          this.#count(images, times, pathOf)
          uploader.wake()
        },
      })
      const { provenance } = journal.run
      if (!provenance) throw new RunStopped('None of the images could be read, so there is nothing to evaluate.')
      this.#tell({ state: 'sending', perSecond: null, secondsLeft: null })
      await uploader.finish()
      const body: ScoringRunEnd = { provenance, isPartial: this.#progress.done < server.images }
      const end = () => fetchAnswer(ScoringRun, `${address}/end`, { method: 'POST', body, signal })
      const run = await askUntilAnswered(end, signal, whenGone)
      await journal.forget()
      this.#tell({ state: 'done', run })
      return run
    } finally {
      pool.end()
    }
  }

  /** The tab died after the server had ended the run, or it was cancelled elsewhere. */
  async #alreadyEnded(server: ScoringRun): Promise<ScoringRun> {
    await forgetRun(server.id)
    if (server.state === 'cancelled') throw new RunStopped('This run was cancelled. Begin another one.')
    this.#tell({ state: 'done', done: server.received })
    return server
  }

  #count(images: readonly ScoredImage[], times: WorkTimes, pathOf: Map<number, string>) {
    const bad = images.flatMap(({ place, reason }) => (reason ? [{ path: pathOf.get(place) ?? '', reason }] : []))
    const notes = { ...this.#progress.notes }
    for (const note of images.flatMap((image) => image.notes)) notes[note] = (notes[note] ?? 0) + 1
    const done = this.#progress.done + images.length
    this.#speed.mark(performance.now(), done)
    const { perSecond } = this.#speed
    const chosen = this.#scorer?.chosen
    this.#tell({
      done,
      notes,
      failed: bad.length > 0 ? [...this.#progress.failed, ...bad] : this.#progress.failed,
      perSecond,
      secondsLeft: perSecond ? (this.#progress.images - done) / perSecond : null,
      shares: sharesOf(times),
      isConstant: this.#isConstant(images) && done > 20,
      ...(chosen && {
        backend: chosen.scorer.backend,
        backendReason: chosen.reason,
        adapter: chosen.scorer.adapter,
        threads: chosen.scorer.threads,
      }),
    })
  }

  #isConstant(images: readonly ScoredImage[]) {
    for (const { scores } of images) {
      if (!scores) continue
      this.#firstScores ??= scores.join()
      this.#differs ||= scores.join() !== this.#firstScores
    }
    return !this.#differs && this.#firstScores !== undefined
  }

  #tell(change: Partial<RunProgress>) {
    this.#progress = { ...this.#progress, ...change }
    for (const listener of this.#listeners) listener()
  }
}

function addressOf({ projectId, id }: ScoringRun) {
  return `/api/v1/projects/${projectId}/scoring-runs/${id}`
}
