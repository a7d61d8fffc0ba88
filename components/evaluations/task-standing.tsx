'use client'

import { useQuery } from '@tanstack/react-query'
import { ChartFiles } from '@/components/charts/chart-files'
import { ChartSourceProvider, useChartSource } from '@/components/charts/chart-source'
import { Bars } from '@/components/ui/bars'
import { Meter } from '@/components/ui/meter'
import { ProblemNotice } from '@/components/ui/problem-notice'
import type { TaskStanding as Standing } from '@/lib/wire/standing'
import { FindingDot, NoGapDot } from './standing-dots'
import { standingFileTable } from './standing-file'
import { standingQuery } from './standing-query'
import { StandingTable } from './standing-table'
import { standingWords as say } from './standing-words'

interface TaskStandingProps {
  projectId: number
  evaluationId: number
  /** the task that the page shows; undefined: the page shows none */
  task?: string
  hrefOf: (task: string) => string
  title?: string
}

/** Tasks by families: the worst slice of each task, in whom findings are, and what could have been missed. */
export function TaskStanding({ projectId, evaluationId, task, hrefOf, title = say.title }: TaskStandingProps) {
  const source = useStandingSource()
  const { data, error } = useQuery(standingQuery(projectId, evaluationId))
  return (
    <section className="panel flush standing" aria-label={title}>
      <header>
        <h2>{title}</h2>
        {data && <Progress tasks={data.tasks} />}
        {data && (
          <ChartSourceProvider source={source}>
            <ChartFiles title={title} csv={() => standingFileTable(data)} />
          </ChartSourceProvider>
        )}
        <ul className="standing-legend note">
          <li>
            <FindingDot />
            {say.legend.finding}
          </li>
          <li>
            <NoGapDot />
            {say.legend.noGap}
          </li>
        </ul>
      </header>
      <ProblemNotice problem={error} />
      {!data && !error && <Bars rows={8} />}
      {data && <StandingTable key={evaluationId} title={title} standing={data} current={task} hrefOf={hrefOf} />}
    </section>
  )
}

/** Where the rows come from: as the page, but for what a row says itself, since tasks stand as the evaluation opens. */
function useStandingSource() {
  const { nameParts, columns } = useChartSource()
  const kept = ['model_version', 'dataset', 'source_file', 'source_sha256']
  return { nameParts: nameParts.slice(1, 2), columns: columns.filter(([head]) => kept.includes(head)) }
}

/** How many tasks were tested, over the place where the line stands that says the order: nothing moves when it ends. */
function Progress({ tasks }: { tasks: readonly Standing[] }) {
  const waiting = tasks.filter(({ findings }) => findings.state === 'computing')
  if (waiting.length === 0) return <p className="note">{say.order}</p>
  const done = tasks.length - waiting.length
  const seconds = waiting.reduce((sum, { findings }) => sum + findings.estimatedSeconds, 0)
  return (
    <>
      <p className="note" role="status">
        {say.tested(done, tasks.length)}, {say.left(seconds)}
      </p>
      <Meter label={say.progress} done={done} total={tasks.length} />
    </>
  )
}
