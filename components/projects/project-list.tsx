'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'
import { ProblemNotice } from '@/components/ui/problem-notice'
import type { ListQuery } from '@/lib/wire/listing'
import type { Project } from '@/lib/wire/project'
import { ProjectFilter } from './project-filter'
import { ProjectForm } from './project-form'
import { ProjectRemoval } from './project-removal'
import { ProjectTable } from './project-table'
import { printListQuery, projectListQuery } from './queries'
import { useChangeProject } from './use-change-project'
import { words } from './words'

/** All projects: find, create, rename, archive, restore, delete. */
export function ProjectList({ query }: { query: ListQuery }) {
  const { data, error } = useQuery(projectListQuery(query))
  const archiving = useChangeProject()
  const [open, setOpen] = useState<{ form?: Project | 'new'; removal?: Project }>({})
  const close = () => setOpen({})
  return (
    <>
      <div className="row spread">
        <h1>{words.title}</h1>
        <button type="button" className="button filled" onClick={() => setOpen({ form: 'new' })}>
          {words.create}
        </button>
      </div>
      <section className="panel">
        <ProjectFilter query={query} />
        <ProblemNotice problem={error ?? archiving.error} />
        {data?.rows.length === 0 && <p>{emptyText(query)}</p>}
        {data && data.rows.length > 0 && (
          <ProjectTable
            projects={data.rows}
            onRename={(form) => setOpen({ form })}
            onArchive={({ id, archivedAt }) =>
              archiving.mutate({ deed: 'change', id, change: { archived: archivedAt === null } })
            }
            onRemove={(removal) => setOpen({ removal })}
          />
        )}
        {data && data.total > 0 && <Pages query={query} total={data.total} />}
      </section>
      {open.form && <ProjectForm project={open.form === 'new' ? undefined : open.form} onClose={close} />}
      {open.removal && <ProjectRemoval project={open.removal} onClose={close} />}
    </>
  )
}

function emptyText({ search, archived }: ListQuery) {
  if (search !== '') return words.noneFound
  return archived === 'yes' ? words.noneArchived : `${words.none} ${words.about}`
}

function Pages({ query, total }: { query: ListQuery; total: number }) {
  const pages = Math.ceil(total / query.size)
  const address = (page: number) => `/projects?${printListQuery({ ...query, page })}`
  return (
    <p className="row">
      <span className="quiet" role="status">
        {words.shown(total, query.page, pages)}
      </span>
      {query.page > 1 && <Link href={address(query.page - 1)}>{words.before}</Link>}
      {query.page < pages && <Link href={address(query.page + 1)}>{words.after}</Link>}
    </p>
  )
}
