import Link from 'next/link'
import { ImportOutcome } from '@/lib/wire/import-request'
import type { Job } from '@/lib/wire/job'
import { JobState } from './job-state'
import { words } from './job-words'

/** Jobs, newest first, each with its state. */
export function JobTable({ projectId, jobs }: { projectId: number; jobs: Job[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section className="scroller" aria-label={words.title} tabIndex={0}>
      <table className="listed">
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.progress}</th>
            <th scope="col">{words.started}</th>
          </tr>
        </thead>
        <tbody>
          {jobs.map((job) => (
            <tr key={job.id}>
              <th scope="row">
                <Link href={`/projects/${projectId}/imports/${job.id}`}>
                  {words.name(words.kinds[job.kind], job.id)}
                </Link>
              </th>
              <td>
                <JobState job={job} />
              </td>
              <td>{progressText(job)}</td>
              <td className="unbroken">{momentText(job.createdAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function progressText({ kind, state, phase, stepsDone, stepsTotal, outcome, failure }: Job): string {
  if (failure) return failure.errors.length > 0 ? words.faults(failure.errors.length) : failure.title
  const left = ImportOutcome.safeParse(outcome)
  if (left.success) return words.imported(left.data.rows)
  if (stepsDone === 0 || state === 'done') return ''
  const steps = words.steps(stepsDone, stepsTotal, kind === 'import' ? words.row : words.step)
  return state === 'running' ? `${words.phase(phase)}, ${steps}` : steps
}

/** `24 Nov 2026, 09:15 UTC`; the same on server and in the browser. */
function momentText(moment: string): string {
  const day = { day: 'numeric', month: 'short', year: 'numeric' } as const
  const time = { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' } as const
  return `${new Date(moment).toLocaleString('en-GB', { ...day, ...time })} UTC`
}
