import { ImportRequest } from '@/lib/wire/import-request'
import { columnOf, type Declaration, declaredTasks } from './declaration'

/** A declaration without open points, as the import takes it. */
export function importRequestOf(declaration: Declaration, sha256: string): ImportRequest {
  const { kind, columns, directions, inTrainingData, scoreScale, dataset, datasetId, model, version } = declaration
  const common = { sha256, model, version, scoreScale, inTrainingData }
  const example = columnOf(columns, 'example')
  const tasks = declaredTasks(columns)
  if (kind === 'scores') {
    const scored = tasks.filter(({ score }) => score !== undefined)
    return ImportRequest.parse({
      kind,
      ...common,
      datasetId,
      columns: { example },
      tasks: scored.map(({ name, score, decision }) => ({ name, score, decision: decision ?? null })),
    })
  }
  return ImportRequest.parse({
    kind,
    ...common,
    dataset,
    columns: { example, subject: columnOf(columns, 'subject') ?? null, split: columnOf(columns, 'split') ?? null },
    tasks: tasks.map(({ name, label, score, decision }) => ({
      ...{ name, label, score, decision: decision ?? null },
      direction: directions[name],
    })),
    attributes: columns
      .filter(({ role }) => role === 'attribute')
      .map(({ name, attribute }) => ({ column: name, ...attribute })),
  })
}
