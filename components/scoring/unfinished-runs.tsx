'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ProblemNotice } from '@/components/ui/problem-notice'
import type { Run } from '@/lib/inference/run'
import { keptRuns } from '@/lib/inference/score-journal'
import { runWords as words } from './run-words'
import { UnfinishedRun } from './unfinished-run'

/** Runs that this browser began and did not finish. */
export function UnfinishedRuns({ projectId, onResumed }: { projectId: number; onResumed: (run: Run) => void }) {
  const queryKey = ['kept-runs', projectId]
  const client = useQueryClient()
  const { data: runs, error } = useQuery({ queryKey, queryFn: () => keptRuns(projectId), staleTime: 0, gcTime: 0 })
  if (error) return <ProblemNotice problem={error} />
  if (!runs || runs.length === 0) return null
  return (
    <section className="panel stack" aria-label={words.unfinished}>
      <div>
        <h2>{words.unfinished}</h2>
        <p className="quiet">{words.unfinishedWhy}</p>
      </div>
      <ul className="stack">
        {runs.map((kept) => (
          <UnfinishedRun
            key={kept.id}
            kept={kept}
            onResumed={onResumed}
            onDiscarded={() => client.invalidateQueries({ queryKey })}
          />
        ))}
      </ul>
    </section>
  )
}
