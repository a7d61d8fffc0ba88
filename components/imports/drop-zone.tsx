'use client'

import { type DragEvent, useEffect, useRef, useState } from 'react'
import { Meter } from '@/components/ui/meter'
import { ProblemNotice } from '@/components/ui/problem-notice'
import type { Upload } from './use-upload'
import { words } from './words'

/** Takes a file that is dropped or chosen, and shows it on its way. */
export function DropZone({ sending, error, send, stop }: Upload) {
  const [isOver, setOver] = useState(false)
  const [isTooMany, setTooMany] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what was chosen before this script had loaded
  useEffect(() => take(), [])
  function take() {
    const file = input.current?.files?.[0]
    if (!input.current || !file) return
    input.current.value = '' // the same file may be chosen again
    send(file)
  }
  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    const { files } = event.dataTransfer
    setTooMany(files.length > 1)
    if (files.length === 1) send(files[0])
  }
  if (sending) {
    return (
      <section className="panel stack" aria-label={words.file}>
        <h2>{words.uploading(sending.name)}</h2>
        <Meter label={words.uploading(sending.name)} done={sending.sent} total={sending.bytes} />
        <div className="row">
          <span className="quiet">{words.sent(sending.sent, sending.bytes)}</span>
          <button type="button" className="button" onClick={stop}>
            {words.stop}
          </button>
        </div>
      </section>
    )
  }
  return (
    <section
      className={isOver ? 'drop-zone over' : 'drop-zone'}
      aria-label={words.file}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h2>{words.what}</h2>
      <p>{words.drop}</p>
      <label className="button filled file-button">
        {words.choose}
        <input type="file" accept=".csv,.tsv,.txt,.gz,.parquet" ref={input} onChange={take} />
      </label>
      <p className="note">
        {words.oneRow} {words.stays}
      </p>
      {isTooMany && <p role="alert">{words.tooMany}</p>}
      <ProblemNotice problem={error} />
    </section>
  )
}
