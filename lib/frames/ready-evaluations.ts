import { environment } from '@/lib/env'
import { type EvaluationQuestion, refused } from './evaluation-question'
import { askFrameThread, type FrameThread } from './frame-threads'
import type { ReadyEvaluation } from './ready-evaluation'

interface Kept {
  evaluation: Promise<ReadyEvaluation>
  /** 0 until it is loaded */
  bytes: number
}

const place = globalThis as { [key: symbol]: Map<string, Kept> | undefined }
const key = Symbol.for('equiscope.ready-evaluations') // pages and route handlers have separate copies of this module

/**
 * The evaluation that a question is about, in memory that all threads share. Loaded once, also when several ask at once;
 * those that were longest not asked for make room (EQUISCOPE_FRAME_CACHE, in bytes).
 */
export function readyEvaluationFor(
  { evaluationId, taskId, split, filter, offered }: EvaluationQuestion,
  thread: FrameThread,
): Promise<ReadyEvaluation> {
  place[key] ??= new Map()
  const kept = place[key]
  const name = JSON.stringify([evaluationId, taskId, split, filter, offered])
  const known = kept.get(name)
  if (known) {
    kept.delete(name)
    kept.set(name, known) // a Map lists the latest last
    return known.evaluation
  }
  const evaluation = askFrameThread(thread, 'load', { part: { evaluationId, taskId, split, filter } }).then(
    (loaded) => {
      if (loaded.score.length > 0 || filter.length === 0) return loaded
      throw refused('filter', 'No image has all of these levels.')
    },
  )
  const entry: Kept = { evaluation, bytes: 0 }
  kept.set(name, entry)
  evaluation.then(
    ({ bytes }) => {
      entry.bytes = bytes
      makeRoom(kept)
    },
    () => kept.delete(name),
  )
  return evaluation
}

function makeRoom(kept: Map<string, Kept>): void {
  let bytes = [...kept.values()].reduce((sum, entry) => sum + entry.bytes, 0)
  for (const [name, entry] of [...kept].slice(0, -1)) {
    if (bytes <= environment().EQUISCOPE_FRAME_CACHE) return
    if (entry.bytes === 0) continue // still being loaded
    kept.delete(name)
    bytes -= entry.bytes
  }
}
