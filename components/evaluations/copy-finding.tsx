'use client'

import { useEffect, useState } from 'react'
import { findingsWords as say } from './findings-words'

/** Puts a finding with its numbers and source on the clipboard, and says whether it is there. */
export function CopyFinding({ label, sentence }: { label: string; sentence: () => string }) {
  const [told, setTold] = useState('')
  useEffect(() => {
    if (!told) return
    const later = setTimeout(() => setTold(''), 4000)
    return () => clearTimeout(later)
  }, [told])
  const copy = () =>
    navigator.clipboard.writeText(sentence()).then(
      () => setTold(say.copied),
      () => setTold(say.notCopied),
    )
  return (
    <span className="copy">
      <button type="button" aria-label={label} onClick={copy}>
        {say.copy}
      </button>
      <span role="status">{told}</span>
    </span>
  )
}
