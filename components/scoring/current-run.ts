import { useSyncExternalStore } from 'react'
import type { Run } from '@/lib/inference/run'

/*
 * The run of this tab outlives the page that began it: whoever goes to another page and comes back finds it going on.
 */
let current: { projectId: number; run: Run } | undefined
const listeners = new Set<() => void>()

/** The run of this tab, where it belongs to that project. */
export function useCurrentRun(projectId: number): Run | undefined {
  return useSyncExternalStore(
    subscribe,
    () => (current?.projectId === projectId ? current.run : undefined),
    () => undefined,
  )
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Makes a run the one of this tab, in the place of another, which then can be resumed. */
export function showRun(projectId: number, run: Run | undefined): void {
  if (current && current.run !== run) current.run.leave()
  current = run && { projectId, run }
  for (const listener of listeners) listener()
}

/** Where the run stands, now and at each change. */
export function useRunProgress(run: Run) {
  const now = () => run.progress
  return useSyncExternalStore(run.subscribe, now, now)
}
