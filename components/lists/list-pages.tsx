import Link from 'next/link'
import type { ListQuery } from '@/lib/wire/listing'
import { printListQuery } from './queries'
import { words } from './words'

interface Paged {
  page: string
  query: ListQuery
  total: number
  noun: string
}

/** How many there are, and the way to the other pages. */
export function ListPages({ page, query, total, noun }: Paged) {
  const pages = Math.max(1, Math.ceil(total / query.size))
  const address = (to: number) => `${page}?${printListQuery({ ...query, page: to })}`
  return (
    <nav className="row list-pages" aria-label={words.pages}>
      <span className="quiet" role="status">
        {words.shown(total, noun, query.page, pages)}
      </span>
      {query.page > 1 && <Link href={address(Math.min(query.page - 1, pages))}>{words.before}</Link>}
      {query.page < pages && <Link href={address(query.page + 1)}>{words.after}</Link>}
    </nav>
  )
}
