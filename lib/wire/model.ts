import * as z from 'zod'
import { Sha256 } from './import-request'
import { InputSpecification } from './input-specification'
import { Description, listOf, Name } from './listing'
import { Artefact } from './scoring-run'

/** What is being watched. */
export const Model = z.strictObject({
  id: z.int().positive(),
  projectId: z.int().positive(),
  name: z.string(),
  description: z.string(),
  createdAt: z.iso.datetime(),
  archivedAt: z.iso.datetime().nullable(),
})
export type Model = z.infer<typeof Model>

export const ModelList = listOf(Model)

export const ModelDraft = z.strictObject({ name: Name, description: Description.default('') })
export type ModelDraft = z.infer<typeof ModelDraft>

export const Adaptation = z.enum(['zero-shot', 'linear-probe', 'adapter', 'full-fine-tune', 'from-scratch'])

/** One fixed artefact of a model. */
export const ModelVersion = z.strictObject({
  id: z.int().positive(),
  modelId: z.int().positive(),
  name: z.string(),
  foundationModel: z.string().nullable(),
  adaptation: Adaptation.nullable(),
  parentId: z.int().positive().nullable(),
  trainingData: z.string().nullable(),
  /** the ONNX file; null: nobody named one */
  artefact: Artefact.nullable(),
  inputSpecification: InputSpecification.nullable(),
  /** of file and specification together: with another of either it is another version; null until both are there */
  sha256: Sha256.nullable(),
  createdAt: z.iso.datetime(),
  archivedAt: z.iso.datetime().nullable(),
})
export type ModelVersion = z.infer<typeof ModelVersion>

export const ModelVersionList = listOf(ModelVersion)

export const ModelVersionDraft = z.strictObject({
  name: Name,
  foundationModel: Name.nullable().default(null),
  adaptation: Adaptation.nullable().default(null),
  parentId: z.int().positive().nullable().default(null),
  trainingData: Description.nullable().default(null),
})
export type ModelVersionDraft = z.infer<typeof ModelVersionDraft>

/** What goes when a model is deleted. */
export const ModelContents = z.strictObject({ versions: z.int().nonnegative(), evaluations: z.int().nonnegative() })
export type ModelContents = z.infer<typeof ModelContents>

/** A version with the same file and specification, which may then be changed. */
export const ModelVersionCopy = z.strictObject({ name: Name })
export type ModelVersionCopy = z.infer<typeof ModelVersionCopy>

/** What may change about a version later; what is left out stays. */
export const ModelVersionChange = z.strictObject({
  name: Name.optional(),
  foundationModel: Name.nullable().optional(),
  adaptation: Adaptation.nullable().optional(),
  parentId: z.int().positive().nullable().optional(),
  trainingData: Description.nullable().optional(),
  archived: z.boolean().optional(),
})
export type ModelVersionChange = z.infer<typeof ModelVersionChange>

/** What goes when a version is deleted. */
export const ModelVersionContents = z.strictObject({ evaluations: z.int().nonnegative() })
export type ModelVersionContents = z.infer<typeof ModelVersionContents>
