import { queryOptions } from '@tanstack/react-query'
import { fetchAnswer } from '@/lib/wire/fetch-answer'
import { ProjectStanding } from '@/lib/wire/standing'

/** How the models of a project stand, asked for again while findings are computed. */
export function projectStandingQuery(projectId: number) {
  return queryOptions({
    queryKey: ['projects', projectId, 'standing'],
    queryFn: ({ signal }) => fetchAnswer(ProjectStanding, `/api/v1/projects/${projectId}/standing`, { signal }),
    refetchInterval: ({ state }) => (state.data && isComputing(state.data) ? 2000 : false),
    staleTime: 0,
  })
}

function isComputing({ versions }: ProjectStanding): boolean {
  return versions.some(({ evaluations }) => evaluations.some(({ computing }) => computing > 0))
}
