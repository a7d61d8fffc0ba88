import Link from 'next/link'
import type { ReactNode } from 'react'
import { dayText } from '@/components/ui/words'
import type { Named } from './collection'
import { words } from './words'

/** A column beside name, day and actions. */
export interface Column<T> {
  head: string
  cell: (row: T) => ReactNode
  isNumber?: boolean
}

interface Doing<T> {
  onRename: (row: T) => void
  onArchive: (row: T) => void
  onRemove: (row: T) => void
}

interface Shown<T> extends Doing<T> {
  title: string
  rows: T[]
  columns: Column<T>[]
  href?: (row: T) => string
  mark?: (row: T) => ReactNode
}

/** One page of a list, and what can be done to each row. */
export function ListedTable<T extends Named>({ title, rows, columns, href, mark, ...doing }: Shown<T>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section className="scroller" aria-label={title} tabIndex={0}>
      <table className="listed">
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            {columns.map(({ head, isNumber }) => (
              <th key={head} scope="col" className={isNumber ? 'number' : undefined}>
                {head}
              </th>
            ))}
            <th scope="col">{words.created}</th>
            <th scope="col">{words.actions}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                {href ? <Link href={href(row)}>{row.name}</Link> : row.name} {mark?.(row)}
                {row.description && <p className="note">{row.description}</p>}
              </th>
              {columns.map(({ head, cell, isNumber }) => (
                <td key={head} className={isNumber ? 'number' : undefined}>
                  {cell(row)}
                </td>
              ))}
              <td className="unbroken">{dayText(row.createdAt)}</td>
              <td>
                <Deeds row={row} {...doing} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Deeds<T extends Named>({ row, onRename, onArchive, onRemove }: { row: T } & Doing<T>) {
  const { name, archivedAt } = row
  const deeds = [
    { short: words.renameShort, long: words.rename(name), run: onRename },
    archivedAt
      ? { short: words.restoreShort, long: words.restore(name), run: onArchive }
      : { short: words.archiveShort, long: words.archive(name), run: onArchive },
    { short: words.removeShort, long: words.remove(name), run: onRemove },
  ]
  return (
    <div className="row deeds">
      {deeds.map(({ short, long, run }) => (
        <button key={short} type="button" className="button" aria-label={long} onClick={() => run(row)}>
          {short}
        </button>
      ))}
    </div>
  )
}
