import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import * as z from 'zod'
import { fetchAnswer } from '@/lib/wire/fetch-answer'
import type { Collection, Named } from './collection'

export interface NamedDraft {
  name: string
  description?: string
}

/** What can be done to one of a collection. */
export type Deed =
  | { deed: 'create'; draft: NamedDraft }
  | { deed: 'change'; id: number; change: Partial<NamedDraft> & { archived?: boolean } }
  | { deed: 'delete'; id: number }

/** Does it, then asks for all lists of the collection, and the page around them, anew. */
export function useChangeListed<T extends Named>(collection: Collection<T>, onDone: (asked: Deed) => void = () => {}) {
  const client = useQueryClient()
  const router = useRouter()
  return useMutation<unknown, Error, Deed>({
    mutationFn: (asked) => send(collection, asked),
    onSuccess: async (_, asked) => {
      router.refresh()
      await client.invalidateQueries({ queryKey: [collection.key] })
      onDone(asked)
    },
  })
}

function send<T extends Named>({ api, one = api, row }: Collection<T>, asked: Deed) {
  if (asked.deed === 'create') return fetchAnswer(row, api, { method: 'POST', body: asked.draft })
  if (asked.deed === 'delete') return fetchAnswer(z.undefined(), `${one}/${asked.id}`, { method: 'DELETE' })
  return fetchAnswer(row, `${one}/${asked.id}`, { method: 'PATCH', body: asked.change })
}
