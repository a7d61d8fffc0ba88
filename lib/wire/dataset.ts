import * as z from 'zod'
import { Description, listOf, Name } from './listing'

/** A collection of examples of subjects; its examples are fixed. */
export const Dataset = z.strictObject({
  id: z.int().positive(),
  projectId: z.int().positive(),
  name: z.string(),
  description: z.string(),
  sourceName: z.string(),
  sourceSha256: z.string(),
  examples: z.int().nonnegative(),
  subjects: z.int().nonnegative(),
  previousId: z.int().positive().nullable(),
  createdAt: z.iso.datetime(),
  archivedAt: z.iso.datetime().nullable(),
})
export type Dataset = z.infer<typeof Dataset>

export const DatasetList = listOf(Dataset)

/** What a dataset, model or evaluation may change later; what is left out stays. */
export const NamedChange = z.strictObject({
  name: Name.optional(),
  description: Description.optional(),
  archived: z.boolean().optional(),
})
export type NamedChange = z.infer<typeof NamedChange>

/** What goes when a dataset is deleted. */
export const DatasetContents = z.strictObject({
  examples: z.int().nonnegative(),
  attributeSets: z.int().nonnegative(),
  labelSources: z.int().nonnegative(),
  evaluations: z.int().nonnegative(),
})
export type DatasetContents = z.infer<typeof DatasetContents>
