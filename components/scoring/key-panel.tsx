'use client'

import { useState } from 'react'
import { FileButton } from '@/components/ui/file-button'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { parseKey, printKey, pseudonymKey, replaceKey } from '@/lib/inference/pseudonym-key'
import { downloadText } from './download-text'
import { words } from './words'

const say = words.key

/** The key of the pseudonyms: saved as a file, or another one loaded. */
export function KeyPanel({ onReplaced }: { onReplaced: () => void }) {
  const [error, setError] = useState<Error | null>(null)
  const [isLoaded, setLoaded] = useState(false)
  async function save() {
    setError(null)
    await pseudonymKey()
      .then(printKey)
      .then((text) => downloadText(say.fileName, `${text}\n`), setError)
  }
  async function load(file: File) {
    setError(null)
    try {
      await replaceKey(await parseKey(await file.text()))
      setLoaded(true)
      onReplaced()
    } catch (reason) {
      setError(reason as Error)
    }
  }
  return (
    <section className="panel stack" aria-label={say.title}>
      <h2>{say.title}</h2>
      <p>{say.why}</p>
      <p className="note">{say.secret}</p>
      <div className="row">
        <button type="button" className="button" onClick={save}>
          {say.save}
        </button>
        <FileButton label={say.load} accept=".txt" onChosen={([file]) => load(file)} />
      </div>
      <p role="status">{isLoaded && say.loaded}</p>
      <ProblemNotice problem={error} />
    </section>
  )
}
