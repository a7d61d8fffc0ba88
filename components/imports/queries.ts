import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod'
import { fetchAnswer } from '@/lib/wire/fetch-answer'
import { Job } from '@/lib/wire/job'
import { TablePreview } from '@/lib/wire/table-preview'

/** A look at a file that has arrived; the same bytes always look the same, but for what was imported from them. */
export function previewQuery(projectId: number, sha256: string) {
  return queryOptions({
    queryKey: ['previews', projectId, sha256],
    queryFn: ({ signal }) =>
      fetchAnswer(TablePreview, `/api/v1/projects/${projectId}/uploads/${sha256}/preview`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
}

export const jobAddress = (projectId: number, jobId: number) => `/api/v1/projects/${projectId}/jobs/${jobId}`

/** Whether more will be heard of a job. */
export const isUnderWay = ({ state }: Job) => state === 'queued' || state === 'running'

/** A job, asked for again every half second while it runs. */
export function jobQuery(projectId: number, jobId: number) {
  return queryOptions({
    queryKey: ['jobs', projectId, jobId],
    queryFn: ({ signal }) => fetchAnswer(Job, jobAddress(projectId, jobId), { signal }),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? 500 : false),
    staleTime: 0,
  })
}

/** One page of the jobs of a project, newest first; asked for again every two seconds while one of them runs. */
export function jobsQuery(projectId: number, page = 1, size = 50) {
  return queryOptions({
    queryKey: ['jobs', projectId, 'page', page, size],
    queryFn: ({ signal }) =>
      fetchAnswer(z.array(Job), `/api/v1/projects/${projectId}/jobs?page=${page}&size=${size}`, { signal }),
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? 2000 : false),
    staleTime: 0,
  })
}
