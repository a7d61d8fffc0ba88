'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { Bars } from '@/components/ui/bars'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { JobTable } from './job-table'
import { words } from './job-words'
import { jobsQuery } from './queries'

const size = 50

/** All jobs of a project. */
export function JobList({ projectId, page }: { projectId: number; page: number }) {
  const { data, error, isPending } = useQuery(jobsQuery(projectId, page, size))
  const address = (to: number) => `/projects/${projectId}/imports?page=${to}`
  return (
    <>
      <div className="row spread">
        <h1>{words.title}</h1>
        <Link className="button filled" href={`/projects/${projectId}/import`}>
          {words.import}
        </Link>
      </div>
      <section className="panel">
        <ProblemNotice problem={error} />
        {isPending && <Bars />}
        {data?.length === 0 && <p className="empty">{words.none}</p>}
        {data && data.length > 0 && <JobTable projectId={projectId} jobs={data} />}
        <nav className="row list-pages" aria-label={words.pages}>
          {page > 1 && <Link href={address(page - 1)}>{words.earlier}</Link>}
          {data?.length === size && <Link href={address(page + 1)}>{words.later}</Link>}
        </nav>
      </section>
    </>
  )
}
