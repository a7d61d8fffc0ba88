import { StateMark } from '@/components/ui/state-mark'
import type { Job } from '@/lib/wire/job'
import { words } from './job-words'

/** The state of a job in word and shape. */
export function JobState({ job: { state, isCancelAsked } }: { job: Job }) {
  const isUnderWay = state === 'queued' || state === 'running'
  return (
    <span className="state">
      <StateMark state={state === 'done' ? 'done' : isUnderWay ? 'open' : 'attention'} />
      {isUnderWay && isCancelAsked ? words.cancelling : words.states[state]}
    </span>
  )
}
