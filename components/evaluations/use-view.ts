'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useMemo } from 'react'
import { parseAddress, printAddress, type ViewAddress } from './view-address'

/** A part of the address to change; undefined as a value takes it out. */
export type Change = Partial<ViewAddress['view'] & ViewAddress['shown']>

/**
 * The view that the address of the page says, and how to change it: on the client, so that the page stays as it is, the
 * way back leads through the views that were looked at, and the address can be shared at any moment.
 */
export function useView(): ViewAddress & { change: (change: Change, how?: 'push' | 'replace') => void } {
  const query = useSearchParams().toString()
  const address = useMemo(() => parseAddress(new URLSearchParams(query)), [query])
  const change = useCallback((change: Change, how: 'push' | 'replace' = 'push') => {
    const said = parseAddress(new URLSearchParams(window.location.search))
    const next = printAddress({ ...said.view, ...said.shown, ...change })
    const url = `${window.location.pathname}${next && `?${next}`}`
    if (url === window.location.pathname + window.location.search) return
    if (how === 'push') window.history.pushState(null, '', url)
    else window.history.replaceState(null, '', url)
  }, [])
  return { ...address, change }
}
