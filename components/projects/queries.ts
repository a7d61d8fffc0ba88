import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { fetchAnswer } from '@/lib/wire/fetch-answer'
import type { ListQuery } from '@/lib/wire/listing'
import { ProjectContents, ProjectList } from '@/lib/wire/project'

/** One prefix refreshes all lists of projects. */
export const projectsKey = ['projects'] as const

/** A list's query as an address carries it. */
export function printListQuery(query: ListQuery): string {
  return new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString()
}

export function projectListQuery(query: ListQuery) {
  return queryOptions({
    queryKey: [...projectsKey, query],
    queryFn: ({ signal }) => fetchAnswer(ProjectList, `/api/v1/projects?${printListQuery(query)}`, { signal }),
    placeholderData: keepPreviousData,
  })
}

export function projectContentsQuery(projectId: number) {
  return queryOptions({
    queryKey: ['project-contents', projectId],
    queryFn: ({ signal }) => fetchAnswer(ProjectContents, `/api/v1/projects/${projectId}/contents`, { signal }),
    staleTime: 0, // it stands beside a button that deletes
  })
}
