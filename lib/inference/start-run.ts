import { fetchAnswer } from '@/lib/wire/fetch-answer'
import type { InputSpecification } from '@/lib/wire/input-specification'
import { ScoringRun, type ScoringRunDraft } from '@/lib/wire/scoring-run'
import type { KeptImage, KeptRun } from './browser-store'
import type { BackendChoice } from './choose-backend'
import type { ListedFile } from './list-images'
import { Run } from './run'
import type { RunImage } from './run-images'
import { keptImages, ScoreJournal } from './score-journal'
import { sha256Of } from './sha256-of'
import { UnusableModel } from './unusable-model'

const notFound = 'This file was not found again when the run went on.'

/** What a person has chosen when a run begins. */
export interface RunRequest {
  projectId: number
  /** what the run is called while it lasts: the dataset's name */
  name: string
  draft: ScoringRunDraft
  model: Blob
  /** as the version has it */
  modelSha256: string
  specification: InputSpecification
  images: readonly RunImage[]
  choice: BackendChoice
  /** where the browser may find images and model again after a reload; null where it may not */
  folder: FileSystemDirectoryHandle | null
  modelFile: FileSystemFileHandle | null
}

/** Begins a run on the server and in this browser. What `Run.finished` rejects with can be a Problem to show. */
export function startRun(request: RunRequest): Run {
  const { projectId, images, specification, model, choice } = request
  return new Run(images.length, async (signal) => {
    await checkModel(model, request.modelSha256)
    const address = `/api/v1/projects/${projectId}/scoring-runs`
    const server = await fetchAnswer(ScoringRun, address, { method: 'POST', body: request.draft, signal })
    const kept: KeptRun = {
      id: server.id,
      projectId,
      name: request.name,
      images: images.length,
      failed: [],
      model: request.modelSha256,
      specification,
      createdAt: server.createdAt,
      confirmed: [],
      provenance: null,
      backends: [],
      folder: request.folder,
      modelFile: request.modelFile,
    }
    const journal = await ScoreJournal.begin(kept, images)
    const files = images.map(({ file, path }, place) => ({ place, file, path }))
    return { server, journal, files, failed: [], model, choice }
  })
}

/**
 * Goes on with a run that a reload, a crash or a closed lid ended. Images that are not found again count as not scored.
 * @param files the same folder, chosen again or read by its handle
 */
export function resumeRun(kept: KeptRun, model: Blob, files: readonly ListedFile[], choice: BackendChoice): Run {
  return new Run(
    kept.images,
    async (signal) => {
      await checkModel(model, kept.model)
      const address = `/api/v1/projects/${kept.projectId}/scoring-runs/${kept.id}`
      const server = await fetchAnswer(ScoringRun, address, { signal })
      const journal = await ScoreJournal.resume(kept, server.batches)
      const images = await keptImages(kept)
      const { found, missing } = matchKept(images, files)
      await journal.append(missing.map(({ place }) => ({ place, scores: null, reason: notFound })))
      const failed = [
        ...kept.failed,
        ...images.flatMap(({ path, outcome }) => (outcome?.reason ? [{ path, reason: outcome.reason }] : [])),
        ...missing.map(({ path }) => ({ path, reason: notFound })),
      ]
      return { server, journal, files: found, failed, model, choice }
    },
    kept.id,
  )
}

/** How many of the images that are still to be scored these files hold: a person may have chosen another folder. */
export async function countFound(
  kept: KeptRun,
  files: readonly ListedFile[],
): Promise<{ found: number; missing: number }> {
  const { found, missing } = matchKept(await keptImages(kept), files)
  return { found: found.length, missing: missing.length }
}

/** Files of the images that have had no turn yet, by path and size, and the images whose file is not there. */
function matchKept(images: readonly KeptImage[], files: readonly ListedFile[]) {
  const byPath = new Map(files.map(({ path, file }) => [path.normalize('NFC'), file]))
  const found: { place: number; path: string; file: File }[] = []
  const missing: KeptImage[] = []
  for (const image of images) {
    if (image.outcome) continue
    const file = byPath.get(image.path.normalize('NFC'))
    if (file && file.size === image.bytes) found.push({ place: image.place, path: image.path, file })
    else missing.push(image)
  }
  return { found, missing }
}

async function checkModel(model: Blob, sha256: string) {
  if ((await sha256Of(model)) !== sha256)
    throw new UnusableModel('This is not the file that belongs to the version: its SHA-256 differs.')
}
