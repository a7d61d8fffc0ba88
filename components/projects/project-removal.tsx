'use client'

import { useQuery } from '@tanstack/react-query'
import { Dialog } from '@/components/ui/dialog'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { words as frame } from '@/components/ui/words'
import type { Project } from '@/lib/wire/project'
import { projectContentsQuery } from './queries'
import { useChangeProject } from './use-change-project'
import { words } from './words'

/** Says what goes with a project before it is deleted. */
export function ProjectRemoval({ project, onClose }: { project: Project; onClose: () => void }) {
  const contents = useQuery(projectContentsQuery(project.id))
  const { mutate, isPending, error } = useChangeProject(onClose)
  return (
    <Dialog title={words.remove(project.name)} onClose={onClose}>
      <p aria-live="polite">{contents.data ? words.goesWithIt(contents.data) : words.counting}</p>
      <ProblemNotice problem={error ?? contents.error} />
      <div className="row">
        <button type="button" className="button" onClick={onClose}>
          {frame.cancel}
        </button>
        <button
          type="button"
          className="button"
          disabled={isPending || !contents.data}
          onClick={() => mutate({ deed: 'delete', id: project.id })}
        >
          {words.removeNow}
        </button>
      </div>
    </Dialog>
  )
}
