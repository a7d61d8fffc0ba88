import * as z from 'zod'
import { Direction, ScoreScale } from './metric-frame'

const column = z.string().min(1).max(1000)
const name = z.string().trim().min(1, 'Give it a name.').max(200)
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'This is no SHA-256 hash.')

/** Whether an evaluation's patients were in the model's training data: performance is optimistic where they were. */
export const InTrainingData = z.enum(['yes', 'no', 'unknown'])
export type InTrainingData = z.infer<typeof InTrainingData>

/** An attribute column, as the person who imports it declares it. */
export const ImportedAttribute = z.strictObject({
  column,
  name,
  kind: z.enum(['demographic', 'acquisition']),
  concept: z.string().max(100).nullable(),
  /** ascending, lower-inclusive; empty: every text is a level */
  edges: z.array(z.number()).max(50),
})
export type ImportedAttribute = z.infer<typeof ImportedAttribute>

/** A new dataset with labels, attributes and the scores of one model version. */
export const DatasetImport = z.strictObject({
  kind: z.literal('dataset'),
  sha256: Sha256,
  dataset: name,
  model: name,
  version: name,
  columns: z.strictObject({ example: column, subject: column.nullable(), split: column.nullable() }),
  tasks: z
    .array(z.strictObject({ name, direction: Direction, label: column, score: column, decision: column.nullable() }))
    .min(1, 'Name at least one task: a label and a score.')
    .max(100),
  attributes: z.array(ImportedAttribute).max(100),
  /** null: probability if all scores lie in [0,1], else rank */
  scoreScale: ScoreScale.nullable(),
  inTrainingData: InTrainingData,
})
export type DatasetImport = z.infer<typeof DatasetImport>

/** Another version's scores for the examples of a dataset that is there; labels and attributes are not repeated. */
export const ScoresImport = z.strictObject({
  kind: z.literal('scores'),
  sha256: Sha256,
  datasetId: z.int().positive(),
  model: name,
  version: name,
  columns: z.strictObject({ example: column }),
  tasks: z
    .array(z.strictObject({ name, score: column, decision: column.nullable() }))
    .min(1)
    .max(100),
  scoreScale: ScoreScale.nullable(),
  inTrainingData: InTrainingData,
})
export type ScoresImport = z.infer<typeof ScoresImport>

export const ImportRequest = z.discriminatedUnion('kind', [DatasetImport, ScoresImport])
export type ImportRequest = z.infer<typeof ImportRequest>

const fromRun = {
  /** the scoring run whose scores these are: some may be missing */
  scoringRunId: z.int().positive().optional(),
}

/** An import as it waits in the queue. */
export const QueuedImport = z.discriminatedUnion('kind', [DatasetImport.extend(fromRun), ScoresImport.extend(fromRun)])
export type QueuedImport = z.infer<typeof QueuedImport>

/** What an import left. */
export const ImportOutcome = z.strictObject({
  datasetId: z.int(),
  evaluationId: z.int(),
  rows: z.int(),
  /** scores only: rows whose example the dataset does not have, and examples without a row */
  unmatchedRows: z.int(),
  /** the file's numbers of the first 100 of them; never their keys */
  unmatchedRowNumbers: z.array(z.int()).max(100),
  unscoredExamples: z.int(),
})
export type ImportOutcome = z.infer<typeof ImportOutcome>
