import * as z from 'zod'

const some = {
  value: z.number(),
  low: z.number(),
  high: z.number(),
  nEff: z.number().positive().nullable(),
  df: z.number().positive().nullable(),
  method: z.string(),
} // z.number() refuses NaN and Infinity
const none = {
  value: z.null(),
  low: z.null(),
  high: z.null(),
  nEff: z.null(),
  df: z.null(),
  method: z.string(),
}
const beside = {
  shrunken: z.strictObject({ value: z.number(), low: z.number(), high: z.number() }).optional(),
  missingLabelLimits: z.tuple([z.number(), z.number()]).optional(),
}

/** A number with its interval, or the reason why there is none. */
export const Measure = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('estimated'), ...some, n: z.int().positive(), ...beside }),
  z.strictObject({ status: z.enum(['too_few', 'undefined']), ...none, n: z.int().nonnegative() }),
  z.strictObject({ status: z.literal('suppressed'), ...none, n: z.null() }), // n itself could identify people
])
export type Measure = z.infer<typeof Measure>
