/** An answer as bytes, so that a reader costs the main thread no more than handing them over. */
export interface KeptAnswer {
  body: Buffer
}

const mostBytes = 64e6
const place = globalThis as { [key: symbol]: Map<string, KeptAnswer> | undefined }
const key = Symbol.for('equiscope.kept-answers') // pages and route handlers have separate copies of this module

/** An answer that was asked for lately, by the hash of its question. It never changes, so it is never stale. */
export function lateAnswer(question: string): KeptAnswer | undefined {
  const kept = place[key]
  const answer = kept?.get(question)
  if (kept && answer) {
    kept.delete(question)
    kept.set(question, answer) // a Map lists the latest last
  }
  return answer
}

/** Keeps an answer ready; those that were longest not asked for make room. */
export function keepReady(question: string, text: string): KeptAnswer {
  const answer = { body: Buffer.from(text) }
  place[key] ??= new Map()
  const kept = place[key]
  kept.set(question, answer)
  let bytes = [...kept.values()].reduce((sum, own) => sum + own.body.length, 0)
  for (const [name, own] of kept) {
    if (bytes <= mostBytes || name === question) break
    kept.delete(name)
    bytes -= own.body.length
  }
  return answer
}
