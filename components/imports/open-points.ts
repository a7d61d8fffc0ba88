import { columnOf, type Declaration, declaredTasks } from './declaration'
import { words } from './words'

export type StepName = 'file' | 'columns' | 'direction' | 'attributes' | 'names'

/** Something that must be settled before the import can start, and in which step. */
export interface OpenPoint {
  step: StepName
  text: string
}

/** What is still to be settled; empty: the import can start. */
export function openPoints(declaration: Declaration): OpenPoint[] {
  return [
    ...columnPoints(declaration),
    ...directionPoints(declaration),
    ...attributePoints(declaration),
    ...namePoints(declaration),
  ]
}

function columnPoints({ kind, columns }: Declaration): OpenPoint[] {
  const points: string[] = []
  if (columnOf(columns, 'example') === undefined) points.push(words.open.noExample)
  const tasks = declaredTasks(columns)
  if (!tasks.some(({ score }) => score)) points.push(words.open.noTask)
  for (const { name, label, score, surplus } of tasks) {
    if (name === '') points.push(words.open.noTaskName)
    if (surplus.length > 0) points.push(words.open.surplus(surplus.join(', '), name))
    if (kind === 'dataset' && score === undefined) points.push(words.open.noScore(name))
    if (kind === 'dataset' && label === undefined) points.push(words.open.noLabel(name))
  }
  return points.map((text) => ({ step: 'columns', text }))
}

function directionPoints({ kind, columns, directions }: Declaration): OpenPoint[] {
  if (kind === 'scores') return []
  const open = declaredTasks(columns).filter(({ name }) => name !== '' && directions[name] === undefined)
  return open.map(({ name }) => ({ step: 'direction', text: words.open.noDirection(name) }))
}

function attributePoints({ kind, columns }: Declaration): OpenPoint[] {
  if (kind === 'scores') return []
  const attributes = columns.filter(({ role }) => role === 'attribute').map(({ attribute }) => attribute)
  const names = attributes.map(({ name }) => name.trim())
  const points = attributes
    .filter(({ edges }) => edges.some((edge, at) => !Number.isFinite(edge) || (at > 0 && edge <= edges[at - 1])))
    .map(({ name }) => words.open.badEdges(name))
  if (names.includes('')) points.push(words.open.noAttributeName)
  const twice = names.filter((name, at) => name !== '' && names.indexOf(name) !== at)
  points.push(...[...new Set(twice)].map((name) => words.open.attributeTwice(name)))
  return points.map((text) => ({ step: 'attributes', text }))
}

function namePoints({ kind, dataset, datasetId, model, version, inTrainingData }: Declaration): OpenPoint[] {
  const points: string[] = []
  if (kind === 'dataset' && dataset.trim() === '') points.push(words.open.noDataset)
  if (kind === 'scores' && datasetId === undefined) points.push(words.open.noChosenDataset)
  if (model.trim() === '') points.push(words.open.noModel)
  if (version.trim() === '') points.push(words.open.noVersion)
  if (inTrainingData === undefined) points.push(words.open.noTraining)
  return points.map((text) => ({ step: 'names', text }))
}
