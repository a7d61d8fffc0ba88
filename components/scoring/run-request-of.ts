import type { InspectedImage } from '@/lib/inference/inspect-images'
import type { Manifest } from '@/lib/inference/read-manifest'
import { type ChosenSources, runImages } from '@/lib/inference/run-images'
import type { RunRequest } from '@/lib/inference/start-run'
import { ScoringRunDraft } from '@/lib/wire/scoring-run'
import type { JoinedImages } from './joined-images'
import { type RunChoices, tasksOf } from './run-choices'

interface Prepared {
  projectId: number
  choices: RunChoices
  inspected: readonly InspectedImage[]
  manifest: Manifest | undefined
  joined: JoinedImages
  key: CryptoKey
  folder: FileSystemDirectoryHandle | null
  model: Blob
  datasetName: string
  isSynthetic: boolean
}

/** What was chosen, without open points, as a run takes it. */
export async function runRequestOf(prepared: Prepared): Promise<RunRequest> {
  const { projectId, choices, inspected, manifest, joined, key, folder, model, datasetName, isSynthetic } = prepared
  const { version, isNewDataset, columns, headers, directions, inTrainingData, datasetId, backend, modelHandle } =
    choices
  const { artefact, inputSpecification: specification, id } = version?.version ?? {}
  if (!artefact || !specification || id === undefined) throw new Error('A version without its file was chosen.')
  const tasks = tasksOf(choices)
  const places = columns.map((column, place) => ({ ...column, place }))
  const stored = isNewDataset ? places.filter(({ role }) => role === 'attribute') : []
  const told = isNewDataset ? headers.filter(({ isChosen }) => isChosen) : []
  const chosen: ChosenSources = {
    labels: tasks.map((task) =>
      placeOf(isNewDataset ? places.find((column) => column.role === 'label' && column.task === task) : undefined),
    ),
    attributes: [...stored.map(({ place }) => ({ column: place })), ...told.map(({ header }) => ({ header }))],
    subject: placeOf(places.find(({ role }) => role === 'subject')),
  }
  const match = joined.match && {
    ...joined.match,
    rowOf: joined.places.map((place) => joined.match?.rowOf[place] ?? null),
  }
  const taken = joined.places.map((place) => inspected[place])
  const images = await runImages(taken, manifest && match ? { manifest, match } : null, chosen, key)
  const draft = ScoringRunDraft.parse({
    modelVersionId: id,
    datasetId: isNewDataset ? null : datasetId,
    dataset: isNewDataset ? datasetName : null,
    tasks: tasks.map((name) => ({ name, direction: directions[name] })),
    attributes: [...stored, ...told].map(({ attribute }) => ({ column: attribute.name, ...attribute })),
    inTrainingData,
    images: images.length,
    isSynthetic,
  })
  return {
    ...{ projectId, name: datasetName, draft, model, modelSha256: artefact.sha256, specification, images },
    ...{ choice: backend, folder, modelFile: modelHandle },
  }
}

const placeOf = (column: { place: number } | undefined) => column?.place ?? null
