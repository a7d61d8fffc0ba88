import * as z from 'zod'
import { Job } from './job'

/** How the demonstration stands: a synthetic project to try Equiscope without data. */
export const Demo = z.strictObject({
  /**
   * `coming`: nothing was ever made here, so it will be, once a page has been opened; `absent`: it was deleted, or never
   * wanted; `making`; `failed`: its project is there, not all of its contents; `there`
   */
  state: z.enum(['coming', 'absent', 'making', 'failed', 'there']),
  projectId: z.int().positive().nullable(),
  /** its latest job */
  job: Job.nullable(),
})
export type Demo = z.infer<typeof Demo>
