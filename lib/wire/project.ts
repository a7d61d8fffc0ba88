import * as z from 'zod'
import { Description, listOf, Name } from './listing'

/** One clinical use case. Everything else belongs to one. */
export const Project = z.strictObject({
  id: z.int().positive(),
  name: z.string(),
  description: z.string(),
  createdAt: z.iso.datetime(),
  archivedAt: z.iso.datetime().nullable(),
  /** its rows were generated: shown as synthetic everywhere */
  isSynthetic: z.boolean(),
})
export type Project = z.infer<typeof Project>

export const ProjectList = listOf(Project)

export const ProjectDraft = z.strictObject({
  name: Name,
  description: Description.default(''),
  /** only what is generated will be in it */
  isSynthetic: z.boolean().optional(),
})
export type ProjectDraft = z.infer<typeof ProjectDraft>

/** What may change later; what is left out stays. */
export const ProjectChange = z.strictObject({
  name: Name.optional(),
  description: Description.optional(),
  archived: z.boolean().optional(),
})
export type ProjectChange = z.infer<typeof ProjectChange>

/** What goes when a project is deleted. */
export const ProjectContents = z.strictObject({
  datasets: z.int().nonnegative(),
  models: z.int().nonnegative(),
  evaluations: z.int().nonnegative(),
})
export type ProjectContents = z.infer<typeof ProjectContents>
