import type { Fault } from '@/lib/problem'
import { numericLevels, UnusableEdges } from '@/lib/slices/numeric-levels'
import type { DatasetImport, ImportRequest } from '@/lib/wire/import-request'
import { UnusableImport } from './unusable-import'

/** what the person who imports says twice, or says of two columns at once */
function repeated(values: readonly (string | null)[]): string[] {
  const seen = new Set<string>()
  return [...new Set(values.filter((value) => value !== null && (seen.has(value) || !seen.add(value))))] as string[]
}

/** the columns of what the model gave; a decision may stand for the score, too */
const outputs = (tasks: readonly { score: string; decision: string | null }[]) =>
  new Set(tasks.flatMap(({ score, decision }) => [score, decision]).filter((column) => column !== null))

function datasetFaults({ columns, tasks, attributes }: DatasetImport): Fault[] {
  const faults: Fault[] = []
  // tasks may share a label (two readers' scores) or a score (two labels)
  const labels = new Set(tasks.map(({ label }) => label))
  const used = [columns.example, columns.subject, columns.split, ...labels, ...outputs(tasks)]
  for (const column of repeated([...used, ...attributes.map((attribute) => attribute.column)]))
    faults.push({ path: `column ${column}`, message: 'It has two roles. Give it one.' })
  const names = attributes.map(({ name }) => name)
  for (const name of repeated(columns.split === null ? names : [...names, columns.split]))
    faults.push({ path: `attribute ${name}`, message: 'Two attributes have this name. Rename one.' })
  for (const { name, edges } of attributes) {
    if (edges.length === 0) continue
    try {
      numericLevels(edges)
    } catch (error) {
      if (!(error instanceof UnusableEdges)) throw error
      faults.push({ path: `attribute ${name}`, message: error.message })
    }
  }
  return faults
}

/** Throws `UnusableImport` for a request that contradicts itself, whatever the file holds. */
export function checkImport(request: ImportRequest): void {
  const faults = request.kind === 'dataset' ? datasetFaults(request) : []
  for (const name of repeated(request.tasks.map((task) => task.name)))
    faults.push({ path: `task ${name}`, message: 'Two tasks have this name. Rename one.' })
  if (request.kind === 'scores') {
    for (const column of repeated([request.columns.example, ...outputs(request.tasks)]))
      faults.push({ path: `column ${column}`, message: 'It has two roles. Give it one.' })
  }
  if (faults.length > 0) throw new UnusableImport('The roles of the columns contradict each other.', faults)
}
