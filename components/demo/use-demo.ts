'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { projectCollection } from '@/components/projects/project-collection'
import { Demo } from '@/lib/wire/demo'
import { fetchAnswer } from '@/lib/wire/fetch-answer'
import { demoAddress, demoQuery } from './demo-query'

/** How the demonstration stands, and the way to ask for it; the list of projects follows. */
export function useDemo() {
  const client = useQueryClient()
  const { data: demo, error } = useQuery(demoQuery)
  const adding = useMutation({
    mutationFn: () => fetchAnswer(Demo, demoAddress, { method: 'POST' }),
    onSuccess: (started) => client.setQueryData(demoQuery.queryKey, started),
  })
  const projectId = demo?.projectId
  useEffect(() => {
    if (projectId !== undefined) void client.invalidateQueries({ queryKey: [projectCollection.key] })
  }, [client, projectId])
  return { demo, error: error ?? adding.error, add: () => adding.mutate(), isAdding: adding.isPending }
}
