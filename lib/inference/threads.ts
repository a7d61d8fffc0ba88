import { type Remote, wrap } from 'comlink'
import type { DecodingWorker, ScoringWorker } from './protocol'
import { notLoaded, RunStopped } from './run-stopped'

/** A thread and a promise that rejects when it dies or is ended: a call to a dead thread would wait for ever. */
export interface Thread<T> {
  ask<Answer>(call: (remote: Remote<T>) => Promise<Answer>): Promise<Answer>
  end(): void
}

export function startDecoder(signal: AbortSignal): Thread<DecodingWorker> {
  return follow(new Worker(new URL('./decoding.worker.ts', import.meta.url), { type: 'module' }), signal)
}

/** The WebGPU build of the runtime is a file of its own: it is loaded by the thread that needs it, and slower on WASM. */
export function startScorer(backend: 'webgpu' | 'wasm', signal: AbortSignal): Thread<ScoringWorker> {
  return backend === 'wasm'
    ? follow(new Worker(new URL('./wasm.worker.ts', import.meta.url), { type: 'module' }), signal)
    : follow(new Worker(new URL('./webgpu.worker.ts', import.meta.url), { type: 'module' }), signal)
}

/** Ends with its signal: a running session cannot be interrupted, a thread can. */
function follow<T>(worker: Worker, signal: AbortSignal): Thread<T> {
  const remote = wrap<T>(worker)
  let fail: (reason: unknown) => void = () => {}
  const ended = new Promise<never>((_, reject) => {
    fail = reject
  })
  ended.catch(() => {}) // it may end while nobody asks
  const end = () => {
    worker.terminate()
    fail(signal.aborted ? signal.reason : new RunStopped('A thread was ended.'))
  }
  worker.addEventListener('error', (event) => {
    event.preventDefault()
    worker.terminate()
    // a script that could not be fetched is told by a plain event, a thread that broke by one with a message
    fail(event instanceof ErrorEvent ? new ThreadDied() : new RunStopped(notLoaded))
  })
  if (signal.aborted) end()
  else signal.addEventListener('abort', end, { once: true })
  return {
    ask: (call) => Promise.race([call(remote), ended]),
    end: () => {
      signal.removeEventListener('abort', end)
      end()
    },
  }
}

/** A thread that crashed, mostly for lack of memory. Another one can be started. */
export class ThreadDied extends RunStopped {
  constructor() {
    super('A thread of the browser stopped, mostly for lack of memory. Close other tabs and try again.')
  }
}
