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

/** The switch between charts and tables; the key t does the same unless the reader turns it off (WCAG 2.2, 2.1.4). */
export function ChartsAsTablesSwitch({ asTables, onChange }: SwitchProps) {
  const [hasKey, setHasKey] = useState(false)
  useEffect(() => setHasKey(localStorage.getItem(kept) !== 'off'), [])
  useEffect(() => {
    if (!hasKey) return
    const press = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof Element && event.target.closest('input, select, textarea, [contenteditable]')
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || isTyping) return
      event.preventDefault()
      onChange(!asTables)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [hasKey, asTables, onChange])
  return (
    <span className="charts-switch">
      <button type="button" className="button" aria-pressed={asTables} onClick={() => onChange(!asTables)}>
        {words.asTables}
      </button>
      <label className="note">
        <input
          type="checkbox"
          checked={hasKey}
          onChange={({ target: { checked } }) => {
            localStorage.setItem(kept, checked ? 'on' : 'off')
            setHasKey(checked)
          }}
        />{' '}
        {words.withKey}
      </label>
    </span>
  )
}
