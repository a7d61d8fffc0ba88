'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { words as frame } from '@/components/ui/words'
import { fetchAnswer } from '@/lib/wire/fetch-answer'
import { Adaptation, ModelVersion } from '@/lib/wire/model'
import { versionCollection } from './model-collection'
import { words } from './words'

/** Adds a version to a model. */
export function VersionForm(props: { projectId: number; modelId: number; onClose: () => void }) {
  const { projectId, modelId, onClose } = props
  const client = useQueryClient()
  const { key, api } = versionCollection(projectId, modelId)
  const { mutate, isPending, error } = useMutation({
    mutationFn: (body: unknown) => fetchAnswer(ModelVersion, api, { method: 'POST', body }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [key] })
      onClose()
    },
  })
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const said = [...new FormData(event.currentTarget)].filter(([, value]) => value !== '')
    mutate(Object.fromEntries(said))
  }
  return (
    <Dialog title={words.addVersion} onClose={onClose}>
      <form onSubmit={submit}>
        <label className="field">
          {words.version}
          <input name="name" required maxLength={200} />
        </label>
        <label className="field">
          {words.optional(words.foundationModel)}
          <input name="foundationModel" maxLength={200} />
        </label>
        <label className="field">
          {words.optional(words.adaptation)}
          <select name="adaptation">
            <option value="">{words.notSaid}</option>
            {Adaptation.options.map((adaptation) => (
              <option key={adaptation}>{adaptation}</option>
            ))}
          </select>
        </label>
        <label className="field">
          {words.optional(words.trainingData)}
          <textarea name="trainingData" rows={2} maxLength={10000} />
        </label>
        <ProblemNotice problem={error} />
        <div className="row">
          <button type="submit" className="button filled" disabled={isPending}>
            {words.add}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {frame.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
