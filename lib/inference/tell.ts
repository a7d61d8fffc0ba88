import type { Problem } from '@/lib/problem'
import type { Failure, Told } from './protocol'
import { notLoaded, RunStopped } from './run-stopped'
import { UnreadableImage } from './unreadable-image'
import { UnusableModel } from './unusable-model'

const memoryWords =
  /bad_alloc|out of memory|allocation failed|could not allocate|failed to allocate|invalid array length/i

/** In a thread: answers, or says why not in words that hold nothing of an image. */
export async function tell<T>(work: () => T | Promise<T>): Promise<Told<T>> {
  try {
    return { answer: await work() }
  } catch (error) {
    return { failure: failureOf(error), message: messageOf(error) }
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof UnreadableImage) return 'image'
  if (error instanceof UnusableModel) return 'model'
  if (error instanceof DeviceLost) return 'device'
  if (error instanceof RunStopped) return 'missing'
  return isMemory(error) ? 'memory' : 'fault'
}

/** Whether an error tells that memory ran out; there is no class for that. */
export function isMemory(error: unknown): boolean {
  return memoryWords.test(String(error))
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** The GPU went away in the middle of a run: its driver was restarted, or the machine slept. */
export class DeviceLost extends Error {}

/** Outside the thread: the answer, or the Problem that the thread told of. */
export function heard<T>(told: Told<T>): T {
  if ('answer' in told) return told.answer
  throw problemOf(told.failure, told.message)
}

function problemOf(failure: Failure, message: string): Problem | Error {
  if (failure === 'image') return new UnreadableImage(message)
  if (failure === 'model') return new UnusableModel(message)
  if (failure === 'memory')
    return new RunStopped(
      'The browser has no memory left for this. Close other tabs, or use a smaller model or images.',
    )
  if (failure === 'missing') return new RunStopped(notLoaded)
  if (failure === 'device') return new RunStopped('The GPU is gone.')
  return new Error(message)
}
