import { useQuery } from '@tanstack/react-query'
import { jobQuery } from '@/components/imports/queries'
import { Meter } from '@/components/ui/meter'
import { words } from './words'

/** How far the tests behind the findings are. */
export function FindingsProgress({ projectId, jobId }: { projectId: number; jobId: number }) {
  const { data: job } = useQuery(jobQuery(projectId, jobId))
  return (
    <div role="status">
      <Meter label={words.computing} done={job?.stepsDone ?? 0} total={job?.stepsTotal ?? null} />
      <p className="note">{job?.stepsTotal ? words.stepsOf(job.stepsDone, job.stepsTotal) : words.computing}</p>
    </div>
  )
}
