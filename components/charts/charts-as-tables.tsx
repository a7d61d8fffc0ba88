'use client'

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { words } from './words'

const ChartsAsTables = createContext(false)

/** Whether charts show the tables behind them in their place. */
export const useChartsAsTables = (): boolean => useContext(ChartsAsTables)

interface ProviderProps {
  asTables: boolean
  children: ReactNode
}

/** What is below shows charts, or the tables behind them. */
export function ChartsAsTablesProvider({ asTables, children }: ProviderProps) {
  return <ChartsAsTables value={asTables}>{children}</ChartsAsTables>
}

interface SwitchProps {
  asTables: boolean
  onChange: (asTables: boolean) => void
}

const key = 't'
const kept = 'equiscope-key-t'

/** The key t turns charts into tables and back unless the reader turned it off, which is kept (WCAG 2.2, 2.1.4). */
export function useTablesKey(onPress: () => void): readonly [boolean, (hasKey: boolean) => void] {
  const [hasKey, setHasKey] = useState(false)
  useEffect(() => setHasKey(localStorage.getItem(kept) !== 'off'), [])
  useEffect(() => {
    if (!hasKey) return
    const press = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof Element && event.target.closest('input, select, textarea, dialog, [contenteditable]')
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || isTyping) return
      event.preventDefault()
      onPress()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [hasKey, onPress])
  const keep = (next: boolean) => {
    localStorage.setItem(kept, next ? 'on' : 'off')
    setHasKey(next)
  }
  return [hasKey, keep]
}

/** The switch between charts and tables. */
export function ChartsAsTablesSwitch({ asTables, onChange }: SwitchProps) {
  return (
    <button
      type="button"
      className="button"
      title={words.withKey}
      aria-pressed={asTables}
      onClick={() => onChange(!asTables)}
    >
      {words.asTables}
    </button>
  )
}
