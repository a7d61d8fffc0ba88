import Form from 'next/form'
import type { ListQuery } from '@/lib/wire/listing'
import { words } from './words'

/** Search, order and archive of a list: a form that asks for another address, and works without scripts. */
export function ListFilter({ page, query }: { page: string; query: ListQuery }) {
  return (
    <Form action={page} className="row filter">
      <label>
        <span className="quiet">{words.search} </span>
        <input type="search" name="search" defaultValue={query.search} />
      </label>
      <label>
        <span className="quiet">{words.sort} </span>
        <select name="sort" defaultValue={query.sort}>
          <option value="name">{words.byName}</option>
          <option value="created">{words.byCreated}</option>
        </select>
      </label>
      <label>
        <span className="quiet">{words.show} </span>
        <select name="archived" defaultValue={query.archived}>
          <option value="no">{words.active}</option>
          <option value="yes">{words.archived}</option>
        </select>
      </label>
      <button type="submit" className="button">
        {words.find}
      </button>
    </Form>
  )
}
