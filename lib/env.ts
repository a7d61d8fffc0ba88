import * as z from 'zod'

const Environment = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must look like postgresql://user:password@host:5432/database'),
  /** the folder of uploads and artefacts; set by `npm start` */
  EQUISCOPE_DATA: z.string().min(1),
  /** bytes of evaluations that are kept ready in memory */
  EQUISCOPE_FRAME_CACHE: z.coerce.number().int().positive().default(1_000_000_000),
  /** the largest file that may be sent */
  EQUISCOPE_UPLOAD_BYTES: z.coerce.number().positive().default(20e9),
  /** `0`: no demonstration is made on the first start */
  EQUISCOPE_DEMO: z.string().default('1'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})
export type Environment = z.infer<typeof Environment>

let parsed: Environment | undefined

/** The environment, parsed once, when it is first asked for: a build has none. */
export function environment(): Environment {
  parsed ??= Environment.parse(process.env)
  return parsed
}
