import { useMutation, useQueryClient } from '@tanstack/react-query'
import * as z from 'zod'
import { fetchAnswer } from '@/lib/wire/fetch-answer'
import { Project, type ProjectChange } from '@/lib/wire/project'
import { projectsKey } from './queries'

/** What can be done to projects. */
export type ProjectDeed =
  | { deed: 'create'; name: string; description: string }
  | { deed: 'change'; id: number; change: ProjectChange }
  | { deed: 'delete'; id: number }

/** Does it, then asks for all lists anew. */
export function useChangeProject(onDone: () => void = () => {}) {
  const client = useQueryClient()
  return useMutation<unknown, Error, ProjectDeed>({
    mutationFn: (asked) => send(asked),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: projectsKey })
      onDone()
    },
  })
}

function send(asked: ProjectDeed) {
  if (asked.deed === 'create') {
    const { name, description } = asked
    return fetchAnswer(Project, '/api/v1/projects', { method: 'POST', body: { name, description } })
  }
  const address = `/api/v1/projects/${asked.id}`
  if (asked.deed === 'delete') return fetchAnswer(z.undefined(), address, { method: 'DELETE' })
  return fetchAnswer(Project, address, { method: 'PATCH', body: asked.change })
}
