import type { Worker } from 'node:worker_threads'
import { environment } from '@/lib/env'
import { startThread } from '@/lib/jobs/threads'
import type { FrameProgress, FrameReply, FrameRequest, FrameWork } from './frame-protocol'
import type { FrameThreadStart } from './frame-worker'

/** `asked`: somebody waits for the answer; `patient`: a job, which gives way to everything else. */
export type FrameThread = 'asked' | 'patient'

interface Pending {
  resolve: (answer: never) => void
  reject: (reason: unknown) => void
  onProgress: ((progress: FrameProgress) => void) | undefined
}

interface RunningThread {
  worker: Worker
  pending: Map<number, Pending>
}

const place = globalThis as { [key: symbol]: Map<FrameThread, RunningThread> | undefined }
const key = Symbol.for('equiscope.frame-threads') // pages and route handlers have separate copies of this module
let lastId = 0

/** Asks a thread to load or compute, so that no other request waits for it. Rejects with the signal's reason. */
export function askFrameThread<K extends keyof FrameWork>(
  thread: FrameThread,
  kind: K,
  asks: FrameWork[K]['asks'],
  { signal, onProgress }: { signal?: AbortSignal; onProgress?: (progress: FrameProgress) => void } = {},
): Promise<FrameWork[K]['answers']> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const { worker, pending } = running(thread)
    const id = ++lastId
    const abort = () => {
      worker.postMessage({ id, kind: 'abort' } satisfies FrameRequest)
      settle()
      reject(signal?.reason)
    }
    const settle = () => {
      signal?.removeEventListener('abort', abort)
      pending.delete(id)
      if (pending.size === 0) worker.unref() // an idle thread keeps nothing alive
    }
    const settled =
      <T>(act: (value: T) => void) =>
      (value: T) => {
        settle()
        act(value)
      }
    signal?.addEventListener('abort', abort, { once: true })
    pending.set(id, { resolve: settled(resolve), reject: settled(reject), onProgress })
    worker.ref()
    worker.postMessage({ id, kind, asks } as FrameRequest)
  })
}

function running(name: FrameThread): RunningThread {
  place[key] ??= new Map()
  const threads = place[key]
  const known = threads.get(name)
  if (known) return known
  const started = startFrameThread(name, (ended) => {
    if (threads.get(name) === ended) threads.delete(name)
  })
  threads.set(name, started)
  return started
}

function startFrameThread(name: FrameThread, onEnd: (ended: RunningThread) => void): RunningThread {
  const workerData: FrameThreadStart = { databaseUrl: environment().DATABASE_URL, isPatient: name === 'patient' }
  const worker = startThread('frame-worker', workerData)
  const thread: RunningThread = { worker, pending: new Map() }
  const end = (reason: Error) => {
    onEnd(thread)
    for (const { reject } of [...thread.pending.values()]) reject(reason)
  }
  worker.on('message', (reply: FrameReply) => receive(thread, reply))
  worker.on('error', end)
  worker.on('exit', () => end(new Error('a frame thread ended early')))
  worker.unref()
  return thread
}

function receive({ pending }: RunningThread, reply: FrameReply): void {
  const asked = pending.get(reply.id)
  if (!asked) return // it was aborted
  if (reply.kind === 'progress') asked.onProgress?.(reply.progress)
  else if (reply.kind === 'answer') asked.resolve(reply.answer as never)
  else {
    const { name, message, stack, code } = reply
    asked.reject(Object.assign(new Error(message), { name, stack, ...(code === undefined ? {} : { code }) }))
  }
}
