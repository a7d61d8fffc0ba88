'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { projectCollection } from '@/components/projects/project-collection'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { fetchAnswer } from '@/lib/wire/fetch-answer'
import { Project } from '@/lib/wire/project'
import { words } from './words'

/** Makes a project and leads straight to its import. */
export function FirstProject() {
  const router = useRouter()
  const making = useMutation({
    mutationFn: (name: string) => fetchAnswer(Project, projectCollection.api, { method: 'POST', body: { name } }),
    onSuccess: ({ id }) => router.push(`/projects/${id}/import`),
  })
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    making.mutate(String(new FormData(event.currentTarget).get('name')))
  }
  return (
    <section className="panel first-step">
      <h2>{words.importTitle}</h2>
      <p>{words.importText}</p>
      <form className="first-deed stack" onSubmit={submit}>
        <label className="field">
          {words.name}
          <input name="name" required maxLength={200} placeholder={words.example} />
        </label>
        <ProblemNotice problem={making.error} />
        <p>
          <button type="submit" className="button" disabled={making.isPending}>
            {words.start}
          </button>
        </p>
      </form>
    </section>
  )
}
