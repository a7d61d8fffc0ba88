import { RunStopped } from './run-stopped'

/** Holds a run for this tab until the promise settles: two tabs would score, and send, the same images. */
export async function holdingRun<T>(id: number, work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(`equiscope-scoring-run-${id}`, { ifAvailable: true }, (lock) => {
    if (!lock)
      throw new RunStopped('This run is going on in another tab or window. Watch it there, or close that one first.')
    return work()
  })
}
