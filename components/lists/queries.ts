import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type * as z from 'zod'
import { fetchAnswer } from '@/lib/wire/fetch-answer'
import { type Listed, type ListQuery, listOf } from '@/lib/wire/listing'
import type { Collection, Named } from './collection'

/** A list's query as an address carries it. */
export function printListQuery(query: ListQuery): string {
  return new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString()
}

/** One page of a collection. */
export function listedQuery<T extends Named>({ key, api, row }: Collection<T>, query: ListQuery) {
  return queryOptions({
    queryKey: [key, api, query],
    queryFn: ({ signal }): Promise<Listed<T>> =>
      fetchAnswer(listOf(row), `${api}?${printListQuery(query)}`, { signal }) as Promise<Listed<T>>,
    placeholderData: keepPreviousData,
  })
}

/** What goes when one of a collection is deleted. */
export function contentsQuery<C>(
  { key, api, one = api }: Pick<Collection<Named>, 'key' | 'api' | 'one'>,
  id: number,
  schema: z.ZodType<C>,
) {
  return queryOptions({
    queryKey: [`${key}-contents`, id],
    queryFn: ({ signal }) => fetchAnswer(schema, `${one}/${id}/contents`, { signal }),
    staleTime: 0, // it stands beside a button that deletes
  })
}
