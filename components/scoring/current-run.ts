import { useSyncExternalStore } from 'react'
import type { Run } from '@/lib/inference/run'

/*
 * The run of this tab outlives the page that began it: whoever goes to another page and comes back finds it going on.
 */
let current: { projectId: number; run: Run } | undefined
const listeners = new Set<() => void>()

/** The run of this tab in a project, and how to put another one in its place. */
export function useCurrentRun(projectId: number) {
  const run = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => (current?.projectId === projectId ? current.run : undefined),
    () => undefined,
  )
  return { run, show: (next: Run | undefined) => show(next && { projectId, run: next }) }
}

function show(next: typeof current) {
  if (current && current.run !== next?.run) current.run.leave()
  current = next
  for (const listener of listeners) listener()
}

/** Where the run stands, now and at each change. */
export function useRunProgress(run: Run) {
  const now = () => run.progress
  return useSyncExternalStore(run.subscribe, now, now)
}
