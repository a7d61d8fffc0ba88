'use client'

import { type InputHTMLAttributes, useEffect, useRef } from 'react'

interface FileButtonProps {
  label: string
  /** endings that the system's dialog shows first; none: all */
  accept?: string
  isMultiple?: boolean
  /** one folder with all that is in it */
  isFolder?: boolean
  onChosen: (files: File[]) => void
}

/** Opens the system's dialog for a file, several, or a folder. */
export function FileButton({ label, accept, isMultiple = false, isFolder = false, onChosen }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what was chosen before this script had loaded
  useEffect(() => take(), [])
  function take() {
    const files = [...(input.current?.files ?? [])]
    if (!input.current || files.length === 0) return
    input.current.value = '' // the same may be chosen again
    onChosen(files)
  }
  const folder: InputHTMLAttributes<HTMLInputElement> & { webkitdirectory?: string } = isFolder
    ? { webkitdirectory: '' }
    : {}
  return (
    <label className="button file-button">
      {label}
      <input type="file" ref={input} accept={accept} multiple={isMultiple || isFolder} {...folder} onChange={take} />
    </label>
  )
}
