'use client'

import type { FormEvent } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { words as frame } from '@/components/ui/words'
import type { Collection, Named } from './collection'
import { useChangeListed } from './use-change-listed'
import { words } from './words'

interface Asked<T extends Named> {
  collection: Collection<T>
  /** what is there already; undefined: one is to be made */
  row?: T
  title: string
  /** the label of the description; undefined: it has none */
  description?: string
  onClose: () => void
}

/** Asks for name and description, of a thing that is there or of one to be made. */
export function NameForm<T extends Named>({ collection, row, title, description, onClose }: Asked<T>) {
  const { mutate, isPending, error } = useChangeListed(collection, onClose)
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const draft = {
      name: String(form.get('name')),
      ...(description ? { description: String(form.get('description')) } : {}),
    }
    mutate(row ? { deed: 'change', id: row.id, change: draft } : { deed: 'create', draft })
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit}>
        <label className="field">
          {words.name}
          <input name="name" required maxLength={200} defaultValue={row?.name} />
        </label>
        {description && (
          <label className="field">
            {description}
            <textarea name="description" rows={3} maxLength={10000} defaultValue={row?.description} />
          </label>
        )}
        <ProblemNotice problem={error} />
        <div className="row">
          <button type="submit" className="button filled" disabled={isPending}>
            {row ? words.save : words.create}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {frame.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
