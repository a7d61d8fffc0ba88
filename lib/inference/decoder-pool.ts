import type { Remote } from 'comlink'
import type { DecodingWorker, Told } from './protocol'
import { heard } from './tell'
import { startDecoder, type Thread, ThreadDied } from './threads'
import { UnreadableImage } from './unreadable-image'

/** Threads that decode: two where there are processors for them beside the model's. */
export function decoderCount(): number {
  return (navigator.hardwareConcurrency || 1) >= 4 ? 2 : 1
}

/** Shares files among decoding threads, one file a thread at a time. A thread that a file kills is replaced. */
export class DecoderPool {
  #signal: AbortSignal
  #idle: Thread<DecodingWorker>[] = []
  #all = new Set<Thread<DecodingWorker>>()
  #waiting: ((thread: Thread<DecodingWorker>) => void)[] = []

  constructor(signal: AbortSignal, threads = decoderCount()) {
    this.#signal = signal
    for (let thread = 0; thread < threads; thread++) this.#start()
  }

  #start() {
    const thread = startDecoder(this.#signal)
    this.#all.add(thread)
    this.#release(thread)
  }

  #release(thread: Thread<DecodingWorker>) {
    const next = this.#waiting.shift()
    if (next) next(thread)
    else this.#idle.push(thread)
  }

  /** Asks the next free thread. A file that kills its thread is bad, and only that file. */
  async ask<Answer>(call: (remote: Remote<DecodingWorker>) => Promise<Told<Answer>>): Promise<Answer> {
    this.#signal.throwIfAborted()
    const thread = this.#idle.pop() ?? (await new Promise<Thread<DecodingWorker>>((next) => this.#waiting.push(next)))
    try {
      const told = await thread.ask(call)
      this.#release(thread)
      if ('failure' in told && told.failure === 'memory')
        throw new UnreadableImage('The browser has no memory for this image.')
      return heard(told)
    } catch (error) {
      if (!(error instanceof ThreadDied)) throw error
      this.#all.delete(thread)
      this.#start()
      throw new UnreadableImage('The browser has no memory for this image.')
    }
  }

  end() {
    for (const thread of this.#all) thread.end()
  }
}
