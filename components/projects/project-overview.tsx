'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { evaluationCollection } from '@/components/evaluations/evaluation-collection'
import { JobTable } from '@/components/imports/job-table'
import { isUnderWay, jobsQuery } from '@/components/imports/queries'
import { listedQuery } from '@/components/lists/queries'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { dayText } from '@/components/ui/words'
import type { Project, ProjectContents } from '@/lib/wire/project'
import { latestEvaluations } from './latest-evaluations'
import { words } from './words'

/** What is in a project and what is going on; for an empty one, what to do first. */
export function ProjectOverview({ project, contents }: { project: Project; contents: ProjectContents }) {
  const { id, name, description, archivedAt } = project
  const jobs = useQuery(jobsQuery(id, 1, 5))
  const evaluations = useQuery(listedQuery(evaluationCollection(id), latestEvaluations))
  const running = jobs.data?.filter(isUnderWay) ?? []
  const isEmpty = contents.datasets + contents.models + contents.evaluations === 0
  return (
    <>
      <div className="row spread">
        <div>
          <h1>{isEmpty ? words.empty : words.holds(contents)}</h1>
          <p>
            <b>{name}</b> <span className="quiet">{description}</span>
          </p>
        </div>
        {!isEmpty && <ImportLink projectId={id} />}
      </div>
      {archivedAt && <p className="notice">{words.isArchived}</p>}
      <ProblemNotice problem={jobs.error ?? evaluations.error} />
      {isEmpty && (
        <section className="panel stack">
          <p className="prose">{words.emptyWhy}</p>
          <p>
            <ImportLink projectId={id} />
          </p>
        </section>
      )}
      {running.length > 0 && (
        <section className="panel stack">
          <h2>{words.running}</h2>
          <JobTable projectId={id} jobs={running} />
        </section>
      )}
      {evaluations.data && evaluations.data.rows.length > 0 && (
        <section className="panel stack">
          <h2>{words.latest}</h2>
          <ul className="latest">
            {evaluations.data.rows.map((evaluation) => (
              <li key={evaluation.id}>
                <Link href={`/projects/${id}/evaluations/${evaluation.id}`}>{evaluation.name}</Link>
                <span className="quiet">{dayText(evaluation.createdAt)}</span>
              </li>
            ))}
          </ul>
          <p>
            <Link href={`/projects/${id}/evaluations`}>{words.all}</Link>
          </p>
        </section>
      )}
    </>
  )
}

function ImportLink({ projectId }: { projectId: number }) {
  return (
    <Link className="button filled" href={`/projects/${projectId}/import`}>
      {words.import}
    </Link>
  )
}
