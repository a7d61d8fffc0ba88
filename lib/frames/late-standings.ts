import type { TaskStanding } from '@/lib/wire/standing'

type Summary = NonNullable<TaskStanding['answer']>

const most = 2000 // about 10 kB each
const place = globalThis as { [key: symbol]: Map<string, Summary> | undefined }
const key = Symbol.for('equiscope.late-standings') // pages and route handlers have separate copies of this module

/** The summary of the findings that answer a question, where it was asked for lately. It never changes. */
export function lateStanding(question: string): Summary | undefined {
  return place[key]?.get(question)
}

/** Keeps a summary ready; those that were kept first make room. */
export function keepStanding(question: string, summary: Summary): void {
  place[key] ??= new Map()
  const kept = place[key]
  kept.set(question, summary)
  for (const [oldest] of kept) {
    if (kept.size <= most) break
    kept.delete(oldest)
  }
}
