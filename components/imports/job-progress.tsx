'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Meter } from '@/components/ui/meter'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { fetchAnswer } from '@/lib/wire/fetch-answer'
import { Job } from '@/lib/wire/job'
import { words } from './job-words'
import { jobAddress, jobQuery } from './queries'

/** How far a job is, how fast, how long it will take, and the button that ends it. */
export function JobProgress({ projectId, job }: { projectId: number; job: Job }) {
  const { id, kind, state, phase, stepsDone, stepsTotal, stepsPerSecond, secondsLeft, isCancelAsked } = job
  const client = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => fetchAnswer(Job, `${jobAddress(projectId, id)}/cancel`, { method: 'POST' }),
    onSuccess: (cancelled) => client.setQueryData(jobQuery(projectId, id).queryKey, cancelled),
  })
  const unit = kind === 'import' ? words.row : words.step
  const said = [
    words.phase(phase),
    stepsDone > 0 ? words.steps(stepsDone, stepsTotal, unit) : undefined,
    stepsPerSecond === null ? undefined : words.speed(stepsPerSecond, unit),
    secondsLeft === null ? undefined : words.left(secondsLeft),
  ]
  return (
    <section className="panel stack">
      <Meter label={words.progress} done={stepsDone} total={stepsTotal} />
      <div className="row spread">
        <p>{state === 'queued' ? words.waiting : said.filter(Boolean).join(', ')}</p>
        <button type="button" className="button" disabled={isPending || isCancelAsked} onClick={() => mutate()}>
          {isPending || isCancelAsked ? words.cancelAsked : words.cancel}
        </button>
      </div>
      <p className="note">{words.canClose}</p>
      <ProblemNotice problem={error} />
    </section>
  )
}
