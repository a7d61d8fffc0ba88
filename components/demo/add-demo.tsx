'use client'

import { useDemo } from './use-demo'
import { words } from './words'

/** The way back to a demonstration that was deleted, among other projects. */
export function AddDemo() {
  const { demo, add, isAdding } = useDemo()
  if (demo?.state !== 'absent') return null
  return (
    <button type="button" className="button" disabled={isAdding} onClick={add}>
      {words.add}
    </button>
  )
}
