'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { fetchAnswer } from '@/lib/wire/fetch-answer'
import { ModelVersion } from '@/lib/wire/model'
import { versionWords as words } from './version-words'

interface CopyOfferProps {
  projectId: number
  version: ModelVersion
  /** does to the copy what the version refused */
  onCopied: (copy: ModelVersion) => Promise<unknown> | undefined
}

/** A version that was run is fixed: a copy under another name takes the change instead. */
export function CopyOffer({ projectId, version, onCopied }: CopyOfferProps) {
  const router = useRouter()
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (name: string) => {
      const address = `/api/v1/projects/${projectId}/model-versions/${version.id}/copy`
      const copy = await fetchAnswer(ModelVersion, address, { method: 'POST', body: { name } })
      await onCopied(copy)
      return copy
    },
    onSuccess: ({ id, modelId }) => router.push(`/projects/${projectId}/models/${modelId}/versions/${id}`),
  })
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    mutate(String(new FormData(event.currentTarget).get('name')))
  }
  return (
    <form className="stack" onSubmit={submit}>
      <p>{words.fixed}</p>
      <div className="row">
        <label className="field">
          {words.copyName}
          <input name="name" required maxLength={200} />
        </label>
        <button type="submit" className="button" disabled={isPending}>
          {words.copy}
        </button>
      </div>
      <ProblemNotice problem={error} />
    </form>
  )
}
