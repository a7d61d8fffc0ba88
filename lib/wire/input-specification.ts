import * as z from 'zod'

const perChannel = z.array(z.number()).min(1).max(3)

/** How pixel values become what the model was trained on; `unit`: 0 to 1, `xray`: -1024 to 1024, `raw`: 0 to 255. */
export const Normalisation = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['unit', 'xray', 'raw', 'per-image']) }),
  /** of values from 0 to 1, a number a channel */
  z.strictObject({ kind: z.literal('mean-std'), mean: perChannel, std: z.array(z.number().positive()).min(1).max(3) }),
])
export type Normalisation = z.infer<typeof Normalisation>

/** What a model really sees, and how its output is read. Part of the version: with another one it is another version. */
export const InputSpecification = z.strictObject({
  /** name of the input tensor */
  input: z.string().min(1),
  layout: z.enum(['NCHW', 'NHWC']),
  width: z.int().min(8).max(4096),
  height: z.int().min(8).max(4096),
  channels: z.union([z.literal(1), z.literal(3)]),
  /** images a run where the model fixes it; null: any number */
  batch: z.int().min(1).max(1024).nullable(),
  /** `stretch`: both sides to size; `fit`: the longer side, the rest filled with black; `crop`: the shorter side, the middle of the rest */
  resize: z.enum(['stretch', 'fit', 'crop']),
  normalisation: Normalisation,
  /** name of the output tensor that holds the scores */
  output: z.string().min(1),
  activation: z.enum(['none', 'sigmoid', 'softmax']),
  /** which output index is which task; the other outputs are left out */
  tasks: z
    .array(z.strictObject({ task: z.string().trim().min(1), index: z.int().nonnegative() }))
    .min(1, 'Say which output is which task.')
    .max(100),
})
export type InputSpecification = z.infer<typeof InputSpecification>
