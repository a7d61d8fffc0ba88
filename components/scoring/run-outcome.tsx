'use client'

import { useQuery } from '@tanstack/react-query'
import { FaultTable } from '@/components/imports/fault-table'
import { ImportResult } from '@/components/imports/import-result'
import { JobProgress } from '@/components/imports/job-progress'
import { isUnderWay, jobAddress, jobQuery } from '@/components/imports/queries'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { ImportOutcome } from '@/lib/wire/import-request'
import { runWords as words } from './run-words'

interface RunOutcomeProps {
  projectId: number
  jobId: number
  isPartial: boolean
  onLeft: () => void
}

/** The import that makes an evaluation of the scores, then the way to it. */
export function RunOutcome({ projectId, jobId, isPartial, onLeft }: RunOutcomeProps) {
  const { data: job, error } = useQuery(jobQuery(projectId, jobId))
  const outcome = ImportOutcome.safeParse(job?.outcome)
  return (
    <>
      {isPartial && <p className="notice">{words.partial}</p>}
      <ProblemNotice problem={error} />
      {job && isUnderWay(job) && (
        <>
          <p role="status">{words.importing}</p>
          <JobProgress projectId={projectId} job={job} />
        </>
      )}
      {job?.failure && <FaultTable failure={job.failure} href={`${jobAddress(projectId, jobId)}/faults.csv`} />}
      {outcome.success && <ImportResult projectId={projectId} outcome={outcome.data} />}
      {job && !isUnderWay(job) && (
        <p>
          <button type="button" className="button" onClick={onLeft}>
            {words.again}
          </button>
        </p>
      )}
    </>
  )
}
