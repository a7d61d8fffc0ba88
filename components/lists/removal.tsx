'use client'

import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type * as z from 'zod'
import { Dialog } from '@/components/ui/dialog'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { words as frame } from '@/components/ui/words'
import type { Collection, Named } from './collection'
import { contentsQuery } from './queries'
import { useChangeListed } from './use-change-listed'
import { words } from './words'

/** How the contents of a thing arrive, and the sentence that says what goes with it. */
export interface Contents<C> {
  schema: z.ZodType<C>
  say: (contents: C) => string
}

interface Asked<T extends Named, C> {
  collection: Collection<T>
  row: T
  contents: Contents<C>
  onDone: () => void
  onClose: () => void
}

/** Says what goes with a thing, and has its name typed, before it is deleted. */
export function Removal<T extends Named, C>({ collection, row, contents, onDone, onClose }: Asked<T, C>) {
  const found = useQuery(contentsQuery(collection, row.id, contents.schema))
  const { mutate, isPending, error } = useChangeListed(collection, onDone)
  const [typed, setTyped] = useState('')
  function submit(event: FormEvent) {
    event.preventDefault()
    mutate({ deed: 'delete', id: row.id })
  }
  return (
    <Dialog title={words.remove(row.name)} onClose={onClose}>
      <form onSubmit={submit}>
        <p aria-live="polite">{found.data === undefined ? words.counting : contents.say(found.data)}</p>
        <label className="field">
          {words.confirm(row.name)}
          <input value={typed} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
        </label>
        <ProblemNotice problem={error ?? found.error} />
        <div className="row">
          <button type="button" className="button" onClick={onClose}>
            {frame.cancel}
          </button>
          <button
            type="submit"
            className="button danger"
            disabled={isPending || found.data === undefined || typed.trim() !== row.name}
          >
            {words.removeNow}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
