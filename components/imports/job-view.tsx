'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { ImportOutcome } from '@/lib/wire/import-request'
import type { Job } from '@/lib/wire/job'
import { FaultTable } from './fault-table'
import { ImportResult } from './import-result'
import { JobProgress } from './job-progress'
import { JobState } from './job-state'
import { words } from './job-words'
import { isUnderWay, jobAddress, jobQuery } from './queries'

interface JobViewProps {
  projectId: number
  jobId: number
  /** the file of an import, so that it can be declared anew */
  sha256?: string
}

/** One job as it goes on: its progress, then what came of it. */
export function JobView({ projectId, jobId, sha256 }: JobViewProps) {
  const { data: job, error } = useQuery(jobQuery(projectId, jobId))
  if (!job) return <ProblemNotice problem={error} />
  const outcome = ImportOutcome.safeParse(job.outcome)
  return (
    <>
      <div>
        <h1 aria-live="polite">{headline(job)}</h1>
        <p className="row">
          <JobState job={job} />
          <span className="quiet">{words.name(words.kinds[job.kind], job.id)}</span>
        </p>
      </div>
      <ProblemNotice problem={error} />
      {isUnderWay(job) && <JobProgress projectId={projectId} job={job} />}
      {job.failure && <FaultTable failure={job.failure} href={`${jobAddress(projectId, jobId)}/faults.csv`} />}
      {outcome.success && <ImportResult projectId={projectId} outcome={outcome.data} />}
      {!isUnderWay(job) && job.kind === 'import' && job.state !== 'done' && (
        <p>
          <Link className="button filled" href={`/projects/${projectId}/import${sha256 ? `?file=${sha256}` : ''}`}>
            {sha256 ? words.back : words.other}
          </Link>
        </p>
      )}
    </>
  )
}

function headline({ kind, state, stepsDone, stepsTotal, outcome }: Job): string {
  if (state === 'queued') return words.waiting
  if (state === 'running') {
    return words.running(kind, stepsTotal ? Math.floor((100 * stepsDone) / stepsTotal) : undefined)
  }
  if (state === 'cancelled') return words.cancelled
  if (state === 'failed') return words.failed[kind]
  const left = ImportOutcome.safeParse(outcome)
  return left.success ? words.imported(left.data.rows) : words.done[kind]
}
