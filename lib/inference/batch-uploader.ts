import * as z from 'zod'
import { AnsweredProblem, fetchAnswer } from '@/lib/wire/fetch-answer'
import type { ScoreJournal } from './score-journal'

/** Seconds between tries while the server is gone. */
const waits = [1, 2, 4, 8, 15]

/** Asks again while the server does not answer, is busy or has a fault of its own; other refusals are thrown. */
export async function askUntilAnswered<T>(
  ask: () => Promise<T>,
  signal: AbortSignal,
  whenWaiting: (isWaiting: boolean) => void,
): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      const answer = await ask()
      if (tries > 0) whenWaiting(false)
      return answer
    } catch (error) {
      signal.throwIfAborted()
      if (!(error instanceof AnsweredProblem) || !isPassing(error.status)) throw error
      whenWaiting(true)
      await pause(waits[Math.min(tries, waits.length - 1)] * 1000, signal)
    }
  }
}

function isPassing(status: number) {
  return status === 0 || status === 408 || status === 429 || status >= 500
}

/** Sends batches as they become whole, one after the other; the same batch may be sent twice and counts once. */
export class BatchUploader {
  #journal: ScoreJournal
  #address: string
  #signal: AbortSignal
  #whenWaiting: (isWaiting: boolean) => void
  #working: Promise<void> = Promise.resolve()
  #isWorking = false
  #failure: { reason: unknown } | undefined

  /** @param address of the run: `/api/v1/projects/1/scoring-runs/2` */
  constructor(journal: ScoreJournal, address: string, signal: AbortSignal, whenWaiting: (isWaiting: boolean) => void) {
    this.#journal = journal
    this.#address = address
    this.#signal = signal
    this.#whenWaiting = whenWaiting
  }

  /** Sends whole batches while scoring goes on. Throws what an earlier try met. */
  wake(): void {
    if (this.#failure) throw this.#failure.reason
    if (this.#isWorking) return
    this.#isWorking = true
    this.#working = this.#send(false)
      .catch((reason) => {
        this.#failure ??= { reason }
      })
      .finally(() => {
        this.#isWorking = false
      })
  }

  /** Sends what is left, also batches of which some images have had no turn, and waits for it. */
  async finish(): Promise<void> {
    await this.#working
    if (this.#failure) throw this.#failure.reason
    await this.#send(true)
  }

  async #send(isLast: boolean): Promise<void> {
    for (const number of this.#journal.ready(isLast)) {
      const batch = await this.#journal.batch(number)
      if (!batch) continue
      const asked = { method: 'PUT', body: batch, signal: this.#signal }
      const send = () => fetchAnswer(z.unknown(), `${this.#address}/batches/${number}`, asked)
      await askUntilAnswered(send, this.#signal, this.#whenWaiting)
      await this.#journal.confirm(number)
    }
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((next, fail) => {
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      next()
    }, ms)
    const stop = () => {
      clearTimeout(timer)
      fail(signal.reason)
    }
    signal.addEventListener('abort', stop, { once: true })
  })
}
