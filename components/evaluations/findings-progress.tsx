import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { jobAddress, jobQuery } from '@/components/imports/queries'
import { Meter } from '@/components/ui/meter'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { fetchAnswer } from '@/lib/wire/fetch-answer'
import { Job } from '@/lib/wire/job'
import { findingsWords as say } from './findings-words'
import { words } from './words'

interface FindingsProgressProps {
  projectId: number
  evaluationId: number
  jobId: number
}

/** How far the tests behind the findings are, and a way to stop them. */
export function FindingsProgress({ projectId, evaluationId, jobId }: FindingsProgressProps) {
  const client = useQueryClient()
  const { data: job } = useQuery(jobQuery(projectId, jobId))
  const stop = useMutation({
    mutationFn: () => fetchAnswer(Job, `${jobAddress(projectId, jobId)}/cancel`, { method: 'POST' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['evaluations', evaluationId, 'frame'] }),
  })
  const left = job?.secondsLeft == null ? '' : `, ${say.timeLeft(job.secondsLeft)}`
  return (
    <div className="findings-progress">
      <Meter label={say.computing} done={job?.stepsDone ?? 0} total={job?.stepsTotal ?? null} />
      <p role="status">{job?.stepsTotal ? words.stepsOf(job.stepsDone, job.stepsTotal) + left : say.computing}</p>
      <p className="note">{say.computingWhy}</p>
      <p>
        <button type="button" className="button" disabled={stop.isPending} onClick={() => stop.mutate()}>
          {stop.isPending || job?.isCancelAsked ? say.stopping : say.stop}
        </button>
      </p>
      <ProblemNotice problem={stop.error} />
    </div>
  )
}
