import type { KeptAnswer } from './kept-answers'

const place = globalThis as { [key: symbol]: Map<string, Promise<KeptAnswer>> | undefined }
const key = Symbol.for('equiscope.asked-questions') // pages and route handlers have separate copies of this module

/** Computes the answer to a question unless that is going on already: who asks meanwhile gets the same. */
export function askOnce(question: string, compute: () => Promise<KeptAnswer>): Promise<KeptAnswer> {
  place[key] ??= new Map()
  const asked = place[key]
  const known = asked.get(question)
  if (known) return known
  const answer = compute().finally(() => asked.delete(question))
  asked.set(question, answer)
  return answer
}
