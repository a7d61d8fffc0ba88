import * as z from 'zod'
import { ImportedAttribute, InTrainingData, Sha256 } from './import-request'
import { Direction } from './metric-frame'

/** Where and how the scores were computed: part of the evaluation for good. */
export const ScoringProvenance = z.strictObject({
  backend: z.enum(['webgpu', 'wasm']),
  /** why this one: for example that the scores of the first images differed by more than the tolerance */
  backendReason: z.string().max(500),
  /** of the GPU, as the browser names it; null on WASM */
  adapter: z.string().max(200).nullable(),
  runtime: z.string().max(100),
  threads: z.int().min(1),
  /** largest difference between the backends that was accepted, and the one seen; null: there was only one backend */
  tolerance: z.number().positive(),
  difference: z.number().nonnegative().nullable(),
  modelSha256: Sha256,
  userAgent: z.string().max(500),
})
export type ScoringProvenance = z.infer<typeof ScoringProvenance>

const name = z.string().trim().min(1).max(200)

/** What a run's model predicts: one of its outputs. */
export const ScoringTask = z.strictObject({ name, direction: Direction })

/** A run that a browser wants to begin. With `datasetId` the examples must be the dataset's; else a dataset is made. */
export const ScoringRunDraft = z
  .strictObject({
    modelVersionId: z.int().positive(),
    datasetId: z.int().positive().nullable(),
    /** name of the dataset to make; null with `datasetId` */
    dataset: name.nullable(),
    tasks: z.array(ScoringTask).min(1).max(100),
    /** of a new dataset; `column` is the key under which examples carry them */
    attributes: z.array(ImportedAttribute).max(100),
    inTrainingData: InTrainingData,
    /** images that are to be scored */
    images: z.int().positive(),
    isSynthetic: z.boolean(),
  })
  .refine(({ datasetId, dataset }) => (datasetId === null) !== (dataset === null), {
    path: ['dataset'],
    message: 'Name a dataset to make, or give the number of one that is there.',
  })
export type ScoringRunDraft = z.infer<typeof ScoringRunDraft>

const Level = z
  .string()
  .max(200)
  .regex(/^\P{Cc}*$/u, 'A level has no control characters.')

const Pseudonym = z.string().regex(/^[0-9a-f]{32}$/, 'This is no pseudonym.')

/** Scores of some images: pseudonyms, numbers and the chosen attributes, nothing else. */
export const ScoreBatch = z.strictObject({
  rows: z
    .array(
      z.strictObject({
        example: Pseudonym,
        subject: Pseudonym,
        /** by task, in the order of the run; null: this image could not be scored */
        scores: z.array(z.number().nullable()).max(100),
        /** by task; null: unknown */
        labels: z.array(z.union([z.literal(0), z.literal(1), z.null()])).max(100),
        /** by attribute, in the order of the run; '' is Unknown */
        attributes: z.array(Level).max(100),
      }),
    )
    .min(1)
    .max(1000),
})
export type ScoreBatch = z.infer<typeof ScoreBatch>

/** The end of a run: partial when images are missing that were to be scored. */
export const ScoringRunEnd = z.strictObject({ provenance: ScoringProvenance, isPartial: z.boolean() })
export type ScoringRunEnd = z.infer<typeof ScoringRunEnd>

/** Number of a batch in its run, as the address has it. */
export const BatchNumber = z.coerce.number().int().min(0).max(1_000_000)

/** A run as the server knows it. */
export const ScoringRun = z.strictObject({
  id: z.int().positive(),
  projectId: z.int().positive(),
  modelVersionId: z.int().positive(),
  state: z.enum(['open', 'importing', 'done', 'failed', 'cancelled']),
  images: z.int().positive(),
  /** rows confirmed so far; a batch sent twice counts once */
  received: z.int().nonnegative(),
  /** numbers of the batches that were confirmed */
  batches: z.array(z.int().nonnegative()),
  /** the import that makes the evaluation, once the run has ended */
  jobId: z.int().positive().nullable(),
  evaluationId: z.int().positive().nullable(),
  createdAt: z.iso.datetime(),
})
export type ScoringRun = z.infer<typeof ScoringRun>

/** The ONNX file of a version: kept by the server, or only known by its hash because it never leaves the browser. */
export const Artefact = z.strictObject({
  sha256: Sha256,
  bytes: z.int().positive(),
  isKept: z.boolean(),
})
export type Artefact = z.infer<typeof Artefact>

/** A file that never leaves the browser. */
export const ArtefactDraft = Artefact.omit({ isKept: true })
