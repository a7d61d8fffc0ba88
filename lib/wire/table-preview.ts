import * as z from 'zod'
import { Sha256 } from './import-request'

/** What a column was guessed to be for; `task` names the task of a label, score or decision. */
export const ColumnGuess = z.strictObject({
  name: z.string(),
  role: z.enum(['example', 'subject', 'split', 'time', 'label', 'score', 'decision', 'attribute', 'other']),
  task: z.string().nullable(),
  /** in plain English */
  why: z.string(),
  kind: z.enum(['demographic', 'acquisition']),
  concept: z.string().nullable(),
  /** the most frequent values of a column with few of them, among the rows looked at; empty where it has many */
  levels: z.array(z.strictObject({ level: z.string(), rows: z.int() })),
  /** how the numbers of a numeric column are spread, among the rows looked at */
  histogram: z
    .strictObject({ min: z.number(), max: z.number(), bins: z.array(z.int()), edges: z.array(z.number()) })
    .nullable(),
})
export type ColumnGuess = z.infer<typeof ColumnGuess>

/** A look at an uploaded table before it is imported. */
export const TablePreview = z.strictObject({
  sha256: Sha256,
  name: z.string(),
  bytes: z.number(),
  columns: z.array(ColumnGuess),
  /** the first rows, one text a column */
  rows: z.array(z.array(z.string())),
  /** rows that levels and histograms rest on */
  looked: z.int(),
  /** what was imported from the same bytes before, in this project */
  importedBefore: z.array(z.strictObject({ evaluationId: z.int(), name: z.string(), createdAt: z.string() })),
})
export type TablePreview = z.infer<typeof TablePreview>

/** A file that has arrived whole. */
export const UploadReceipt = z.strictObject({ sha256: Sha256, name: z.string(), bytes: z.number() })
export type UploadReceipt = z.infer<typeof UploadReceipt>
