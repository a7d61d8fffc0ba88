'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { standingQuery } from '@/components/evaluations/standing-query'
import { standingWords } from '@/components/evaluations/standing-words'
import { TaskStanding } from '@/components/evaluations/task-standing'
import { JobTable } from '@/components/imports/job-table'
import { isUnderWay, jobsQuery } from '@/components/imports/queries'
import { ProblemNotice } from '@/components/ui/problem-notice'
import type { Project } from '@/lib/wire/project'
import { EmptyProject } from './empty-project'
import { NeverEvaluated } from './never-evaluated'
import { concernedFamilies, projectHeadline } from './project-headline'
import { projectStandingQuery } from './project-standing-query'
import { leadingEvaluation, shownEvaluations, versionTitle } from './shown-evaluations'
import { VersionsPanel } from './versions-panel'
import { words } from './words'

/** How the models of a project stand: the answer in words, each version, what nobody looked at, each task. */
export function ProjectOverview({ project, isEmpty }: { project: Project; isEmpty: boolean }) {
  const { id, name, description, archivedAt, isSynthetic } = project
  const jobs = useQuery(jobsQuery(id, 1, 5))
  const { data: standing, error } = useQuery(projectStandingQuery(id))
  const lead = standing && leadingEvaluation(standing)
  const leading = useQuery({ ...standingQuery(id, lead?.evaluation.evaluationId ?? 0), enabled: lead !== undefined })
  const running = jobs.data?.filter(isUnderWay) ?? []
  const concern = leading.data && concernedFamilies(leading.data)
  return (
    <>
      <div className="row spread">
        <div>
          <h1 aria-live="polite">{isEmpty || !standing ? words.empty : projectHeadline(standing)}</h1>
          <p>
            <b>{name}</b> {isSynthetic && <span className="tag">{words.synthetic}</span>}{' '}
            <span className="quiet">{concern ?? description}</span>
          </p>
        </div>
        {!isEmpty && (
          <Link className="button filled" href={`/projects/${id}/import`}>
            {words.import}
          </Link>
        )}
      </div>
      {archivedAt && <p className="notice">{words.isArchived}</p>}
      <ProblemNotice problem={jobs.error ?? error} />
      {isEmpty && <EmptyProject projectId={id} />}
      {!isEmpty && standing && (
        <>
          <div className="versions-answer">
            <VersionsPanel projectId={id} standing={standing} />
            <NeverEvaluated projectId={id} standing={standing} leading={leading.data} />
          </div>
          {shownEvaluations(standing).map(({ version, evaluation: { evaluationId } }) => (
            <TaskStanding
              key={evaluationId}
              projectId={id}
              evaluationId={evaluationId}
              title={standingWords.ofVersion(versionTitle(version))}
              hrefOf={(task) => `/projects/${id}/evaluations/${evaluationId}?${new URLSearchParams({ task })}`}
            />
          ))}
        </>
      )}
      {running.length > 0 && (
        <section className="panel stack">
          <h2>{words.running}</h2>
          <JobTable projectId={id} jobs={running} />
        </section>
      )}
    </>
  )
}
