import type { JoinedImages } from './joined-images'
import { type RunChoices, tasksOf } from './run-choices'
import { words } from './words'

export type RunStep = 'version' | 'dataset' | 'images' | 'manifest' | 'attributes'

/** Something that must be settled before a run can begin, and in which step. */
export interface RunPoint {
  step: RunStep
  text: string
}

/** What is still to be settled; empty: the run can begin. */
export function runPoints(choices: RunChoices, joined: JoinedImages | undefined): RunPoint[] {
  const { version, model, isNewDataset, dataset, datasetId, inTrainingData, columns } = choices
  const points: RunPoint[] = []
  const say = (step: RunStep, text: string) => points.push({ step, text })
  if (!version) say('version', words.open.noVersion)
  else if (!version.version.artefact?.isKept && !model) say('version', words.open.noModel)
  if (isNewDataset && dataset.trim() === '') say('dataset', words.open.noDataset)
  if (!isNewDataset && datasetId === undefined) say('dataset', words.open.noChosenDataset)
  if (inTrainingData === undefined) say('dataset', words.open.noTraining)
  if (!joined) say('images', words.open.noImages)
  else if (joined.places.length === 0) say('images', words.open.noneLeft)
  if (columns.length > 0 && !columns.some(({ role }) => role === 'image')) say('manifest', words.open.noImageColumn)
  if (isNewDataset && columns.length === 0) say('manifest', words.open.noManifest)
  if (isNewDataset) {
    for (const task of tasksOf(choices)) {
      if (choices.directions[task] === undefined) say('manifest', words.open.noDirection(task))
      if (columns.length > 0 && !columns.some((column) => column.role === 'label' && column.task === task))
        say('manifest', words.open.noLabel(task))
    }
    for (const text of attributePoints(choices)) say('attributes', text)
  }
  return points
}

function attributePoints({ columns, headers }: RunChoices): string[] {
  const chosen = [...columns.filter(({ role }) => role === 'attribute'), ...headers.filter(({ isChosen }) => isChosen)]
  const names = chosen.map(({ attribute }) => attribute.name.trim())
  const points = chosen
    .filter(({ attribute: { edges } }) =>
      edges.some((edge, at) => !Number.isFinite(edge) || (at > 0 && edge <= edges[at - 1])),
    )
    .map(({ attribute }) => words.open.badEdges(attribute.name))
  if (names.includes('')) points.push(words.open.noAttributeName)
  const twice = names.filter((name, at) => name !== '' && names.indexOf(name) !== at)
  return [...points, ...[...new Set(twice)].map((name) => words.open.attributeTwice(name))]
}
