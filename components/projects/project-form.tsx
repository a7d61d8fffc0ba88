'use client'

import type { FormEvent } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { words as frame } from '@/components/ui/words'
import type { Project } from '@/lib/wire/project'
import { useChangeProject } from './use-change-project'
import { words } from './words'

/** Asks for name and description, of a project that is there or of one to be made. */
export function ProjectForm({ project, onClose }: { project?: Project; onClose: () => void }) {
  const { mutate, isPending, error } = useChangeProject(onClose)
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const draft = { name: String(form.get('name')), description: String(form.get('description')) }
    mutate(project ? { deed: 'change', id: project.id, change: draft } : { deed: 'create', ...draft })
  }
  return (
    <Dialog title={project ? words.rename(project.name) : words.create} onClose={onClose}>
      <form onSubmit={submit}>
        <label className="field">
          {words.name}
          <input name="name" required maxLength={200} defaultValue={project?.name} />
        </label>
        <label className="field">
          {words.description}
          <textarea name="description" rows={3} maxLength={10000} defaultValue={project?.description} />
        </label>
        <ProblemNotice problem={error} />
        <div className="row">
          <button type="submit" className="button filled" disabled={isPending}>
            {project ? words.save : words.createNow}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {frame.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
