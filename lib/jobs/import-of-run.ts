import type { OpenedRun } from '@/lib/db/scoring-runs'
import type { ImportRequest } from '@/lib/wire/import-request'
import { runColumns } from './run-table'

/** The import that makes an evaluation of a run's table. */
export function importOfRun(
  run: OpenedRun,
  { model, version }: { model: string; version: string },
  sha256: string,
): ImportRequest {
  const { example, subject, label, score, attribute } = runColumns
  const both = { sha256, model, version, scoreScale: null, inTrainingData: run.inTrainingData }
  if (run.datasetId !== null) {
    const tasks = run.tasks.map(({ name }) => ({ name, score: score(name), decision: null }))
    return { kind: 'scores', ...both, datasetId: run.datasetId, columns: { example }, tasks }
  }
  return {
    kind: 'dataset',
    ...both,
    dataset: run.dataset ?? '',
    columns: { example, subject, split: null },
    tasks: run.tasks.map((task) => ({ ...task, label: label(task.name), score: score(task.name), decision: null })),
    attributes: run.attributes.map((own) => ({ ...own, column: attribute(own.name) })),
  }
}
