import { useSyncExternalStore } from 'react'
import { useLiveThreshold } from '@/components/charts/live-threshold'

/** Whether the threshold is being moved, or what it was moved to is not computed yet. */
export function useIsMoving(): boolean {
  const live = useLiveThreshold()
  return useSyncExternalStore(
    live.subscribe,
    () => live.current() !== undefined,
    () => false,
  )
}
