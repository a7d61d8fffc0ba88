import type { CSSProperties } from 'react'
import type { EvaluationStanding } from '@/lib/wire/standing'
import { acrossTasks } from './across-tasks'
import { capital, familyName } from './attribute-names'
import { GapAxis } from './gap-plot'
import { harmScale } from './harm-scale'
import { StandingRow } from './standing-row'
import { standingWords as say } from './standing-words'
import { useSettledOrder } from './use-settled-order'

interface StandingTableProps {
  title: string
  standing: EvaluationStanding
  current?: string
  hrefOf: (task: string) => string
}

/** A row a task, all of one height from the start; columns keep their width while rows arrive. */
export function StandingTable({ title, standing: { families, tasks }, current, hrefOf }: StandingTableProps) {
  const ordered = useSettledOrder(tasks)
  const answers = tasks.flatMap(({ answer }) => answer ?? [])
  const across = acrossTasks(tasks)
  const margin = answers[0]?.margin ?? 0
  const scale = harmScale(
    answers.flatMap(({ worst }) => worst ?? []),
    margin,
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section className="scroller" aria-label={title} tabIndex={0}>
      <table aria-label={title} style={{ '--families': families.length } as CSSProperties}>
        <thead>
          <tr>
            <th scope="col">{say.task}</th>
            <th scope="col" className="number standing-positives">
              {say.positives} <span className="note">{say.positivesUnit}</span>
            </th>
            <th scope="col" className="number standing-auroc">
              {say.auroc} <span className="note">{say.interval}</span>
            </th>
            <th scope="col" className="standing-worst">
              {say.worst}
            </th>
            <th scope="col" className="standing-plot" aria-label={say.worseBy}>
              {answers.length > 0 && <GapAxis scale={scale} />}
            </th>
            <th scope="col" className="number standing-gap">
              {say.worseBy}
            </th>
            {families.map((by) => (
              <th key={JSON.stringify(by)} scope="col" className="standing-family">
                {capital(familyName(by))}
              </th>
            ))}
            <th scope="col" className="number standing-count">
              {say.findings}
            </th>
          </tr>
        </thead>
        <tbody>
          {ordered.map((standing) => (
            <StandingRow
              key={standing.task}
              {...{ standing, families, scale, margin }}
              href={hrefOf(standing.task)}
              isCurrent={standing.task === current}
            />
          ))}
        </tbody>
      </table>
      {across && <p className="note across">{across}</p>}
    </section>
  )
}
