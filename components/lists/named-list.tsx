'use client'

import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Bars } from '@/components/ui/bars'
import { ProblemNotice } from '@/components/ui/problem-notice'
import type { ListQuery } from '@/lib/wire/listing'
import type { Collection, Named } from './collection'
import { ListFilter } from './list-filter'
import { ListPages } from './list-pages'
import { type Column, ListedTable } from './listed-table'
import { NameForm } from './name-form'
import { listedQuery } from './queries'
import { type Contents, Removal } from './removal'
import { useChangeListed } from './use-change-listed'
import { type ListWords, words } from './words'

interface NamedListProps<T extends Named, C> {
  collection: Collection<T>
  query: ListQuery
  say: ListWords
  columns: Column<T>[]
  contents: Contents<C>
  href?: (row: T) => string
  /** asks for what is needed to create one, where that is more than a name and a description */
  form?: (onClose: () => void) => ReactNode
  /** what stands beside the title */
  actions?: ReactNode
  /** what the page says first, where that is more than its title, and what stands above the list */
  lead?: { headline: string; content: ReactNode }
  /** what stands beside a name */
  mark?: (row: T) => ReactNode
}

/** All things of one kind: find, create, rename, archive, restore, delete. */
export function NamedList<T extends Named, C>(props: NamedListProps<T, C>) {
  const { collection, query, say, columns, contents, href, form, actions, lead, mark } = props
  const { data, error, isPending } = useQuery(listedQuery(collection, query))
  const [open, setOpen] = useState<{ form?: T | 'new'; removal?: T }>({})
  const [done, setDone] = useState<{ text: string; undo?: () => void }>()
  const archiving = useChangeListed(collection)
  const close = () => setOpen({})
  function archive(row: T) {
    const archived = row.archivedAt === null
    const send = (to: boolean, onSuccess: () => void) =>
      archiving.mutate({ deed: 'change', id: row.id, change: { archived: to } }, { onSuccess })
    const text = archived ? words.hasArchived(row.name) : words.hasRestored(row.name)
    send(archived, () => setDone({ text, undo: () => send(!archived, () => setDone(undefined)) }))
  }
  return (
    <>
      <div className="row spread">
        <h1>{lead?.headline ?? say.title}</h1>
        <div className="row">
          {actions}
          {say.create && (
            <button
              type="button"
              className={lead ? 'button' : 'button filled'}
              onClick={() => setOpen({ form: 'new' })}
            >
              {say.create}
            </button>
          )}
        </div>
      </div>
      {lead?.content}
      <section className="panel">
        <ListFilter page={collection.page} query={query} />
        <ProblemNotice problem={error ?? archiving.error} />
        <div role="status" className={done ? 'told row' : undefined}>
          {done?.text}
          {done?.undo && (
            <button type="button" className="button" onClick={done.undo}>
              {words.undo}
            </button>
          )}
        </div>
        {isPending && <Bars />}
        {data?.rows.length === 0 && <p className="empty">{emptyText(say, query)}</p>}
        {data && data.rows.length > 0 && (
          <ListedTable
            title={say.title}
            rows={data.rows}
            columns={columns}
            href={href}
            mark={mark}
            onRename={(form) => setOpen({ form })}
            onArchive={archive}
            onRemove={(removal) => setOpen({ removal })}
          />
        )}
        {data && data.total > 0 && (
          <ListPages page={collection.page} query={query} total={data.total} noun={say.noun} />
        )}
      </section>
      {open.form === 'new' && form?.(close)}
      {open.form && !(open.form === 'new' && form) && (
        <NameForm
          collection={collection}
          row={open.form === 'new' ? undefined : open.form}
          title={open.form === 'new' ? (say.create ?? '') : words.rename(open.form.name)}
          description={say.description}
          onClose={close}
        />
      )}
      {open.removal && (
        <Removal
          collection={collection}
          row={open.removal}
          contents={contents}
          onClose={close}
          onDone={() => {
            setDone({ text: words.hasDeleted(open.removal?.name ?? '') })
            close()
          }}
        />
      )}
    </>
  )
}

function emptyText(say: ListWords, { search, archived }: ListQuery) {
  if (search !== '') return say.noneFound
  return archived === 'yes' ? say.noneArchived : say.none
}
