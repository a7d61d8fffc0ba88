import type * as z from 'zod'

/** What every list shows of a thing. */
export interface Named {
  id: number
  name: string
  description?: string
  createdAt: string
  archivedAt: string | null
}

/** One kind of thing that a project holds: where the API has it, and where its page is. */
export interface Collection<T extends Named> {
  /** begins its keys among the answers */
  key: string
  api: string
  page: string
  row: z.ZodType<T>
  /** where the API has each, if not below the list */
  one?: string
}
