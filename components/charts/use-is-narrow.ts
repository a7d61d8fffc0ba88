import { useSyncExternalStore } from 'react'

const query = '(max-width: 899px)'

/** Whether the screen is narrow, for what is drawn otherwise there; a print keeps what the screen had. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const match = window.matchMedia(query)
      match.addEventListener('change', onChange)
      return () => match.removeEventListener('change', onChange)
    },
    isNarrow,
    () => false,
  )
}

function isNarrow(): boolean {
  return !window.matchMedia('print').matches && window.matchMedia(query).matches
}
