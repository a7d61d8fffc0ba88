import * as z from 'zod'

/** Which part of a list: searched, sorted and cut into pages on the server. */
export const ListQuery = z.object({
  search: z.string().trim().max(200).default(''),
  sort: z.enum(['name', 'created']).default('name'),
  order: z.enum(['ascending', 'descending']).default('ascending'),
  archived: z.enum(['no', 'yes']).default('no'),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
})
export type ListQuery = z.infer<typeof ListQuery>

/** One page of a list, and how many there are in all. */
export function listOf<T extends z.ZodType>(one: T) {
  return z.strictObject({
    rows: z.array(one),
    total: z.int().nonnegative(),
    page: z.int().positive(),
    size: z.int().positive(),
  })
}

/** One page of a list, as `listOf` describes it. */
export interface Listed<T> {
  rows: T[]
  total: number
  page: number
  size: number
}

export const Name = z
  .string()
  .trim()
  .min(1, 'Give it a name.')
  .max(200, 'At most 200 characters.')
  .refine((name) => !name.includes('\0'), 'A name cannot hold the character NUL.')
export const Description = z
  .string()
  .max(10_000, 'At most 10,000 characters.')
  .refine((text) => !text.includes('\0'), 'A description cannot hold the character NUL.')
