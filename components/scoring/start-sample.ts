import { sendFile } from '@/components/imports/send-file'
import { DecoderPool } from '@/lib/inference/decoder-pool'
import { inspectImages } from '@/lib/inference/inspect-images'
import type { ListedFile } from '@/lib/inference/list-images'
import { pseudonymKey } from '@/lib/inference/pseudonym-key'
import { readManifest } from '@/lib/inference/read-manifest'
import type { Run } from '@/lib/inference/run'
import { startRun } from '@/lib/inference/start-run'
import { phantomManifest } from '@/lib/phantom/phantom-manifest'
import { phantomName, phantomPng } from '@/lib/phantom/phantom-png'
import type { Phantom } from '@/lib/phantom/phantom-set'
import { sampleModel, samplePhantoms, sampleSpecification } from '@/lib/phantom/sample'
import { answeredProblem, fetchAnswer } from '@/lib/wire/fetch-answer'
import { Model, ModelVersion } from '@/lib/wire/model'
import { Project } from '@/lib/wire/project'
import { Artefact } from '@/lib/wire/scoring-run'
import { guessColumns } from './guess-manifest'
import { joinImages } from './joined-images'
import { firstChoices, type RunChoices, tasksOf, withVersion } from './run-choices'
import { runRequestOf } from './run-request-of'
import { sampleWords as words } from './sample-words'

/**
 * Registers the sample model in a project of its own, draws the sample's pictures in this browser and begins the run.
 * @param whenDrawn how many pictures are drawn, of how many
 */
export async function startSample(
  whenDrawn: (drawn: number, all: number) => void,
  signal: AbortSignal,
): Promise<{ projectId: number; run: Run }> {
  const body = { name: words.project, description: words.projectWhy, isSynthetic: true }
  const { id: projectId } = await fetchAnswer(Project, '/api/v1/projects', { method: 'POST', body, signal })
  const { version, model } = await registerSample(projectId, signal)
  const phantoms = samplePhantoms()
  const files = await drawn(phantoms, whenDrawn, signal)
  const key = await pseudonymKey()
  const pool = new DecoderPool(signal)
  const inspected = await inspectImages(files, key, pool).finally(() => pool.end())
  const manifest = readManifest(phantomManifest(phantoms))
  const chosen = withVersion({ ...firstChoices, inTrainingData: 'no' }, { model: words.model, version }, [])
  const choices: RunChoices = { ...chosen, columns: guessColumns(manifest, tasksOf(chosen)) }
  const joined = joinImages(
    inspected,
    manifest,
    choices.columns.findIndex(({ role }) => role === 'image'),
    false,
  )
  const prepared = { projectId, choices, inspected, manifest, joined, key, folder: null, model }
  return {
    projectId,
    run: startRun(await runRequestOf({ ...prepared, datasetName: words.dataset, isSynthetic: true })),
  }
}

async function registerSample(projectId: number, signal: AbortSignal): Promise<{ version: ModelVersion; model: Blob }> {
  const response = await fetch(sampleModel.path, { signal })
  if (!response.ok) throw answeredProblem(response.status, undefined)
  const file = await response.blob()
  const api = `/api/v1/projects/${projectId}`
  const asked = (body: unknown) => ({ method: 'POST', body, signal })
  const model = await fetchAnswer(Model, `${api}/models`, asked({ name: words.model, description: words.modelWhy }))
  const version = await fetchAnswer(
    ModelVersion,
    `${api}/models/${model.id}/versions`,
    asked({ name: '1', trainingData: words.trainedOn }),
  )
  const own = `${api}/model-versions/${version.id}`
  await sendFile(Artefact, `${own}/artefact`, file, { signal, onSent: () => {} })
  const said = { method: 'PUT', body: sampleSpecification, signal }
  return { version: await fetchAnswer(ModelVersion, `${own}/input-specification`, said), model: file }
}

/** Pictures as files, a few at a time so that the page stays alive. */
async function drawn(
  phantoms: readonly Phantom[],
  whenDrawn: (drawn: number, all: number) => void,
  signal: AbortSignal,
): Promise<ListedFile[]> {
  const files: ListedFile[] = []
  for (const [place, phantom] of phantoms.entries()) {
    const path = phantomName(phantom)
    files.push({ path, file: new File([phantomPng(phantom)], path, { type: 'image/png' }) })
    if (place % 20 !== 19) continue
    whenDrawn(place + 1, phantoms.length)
    await new Promise((next) => setTimeout(next))
    signal.throwIfAborted()
  }
  return files
}
