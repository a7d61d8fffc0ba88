const place = globalThis as { [key: symbol]: Set<() => void> | undefined }
const key = Symbol.for('equiscope.job-wakers')

/** Called when a job was queued here, so that the workers need not wait for their next look. */
export function wakers(): Set<() => void> {
  place[key] ??= new Set()
  return place[key]
}

/** Says that a job was queued. */
export function wakeJobs(): void {
  for (const wake of [...wakers()]) wake()
}
