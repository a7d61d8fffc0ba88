import type { OpenedRun } from '@/lib/db/scoring-runs'
import type { ScoreBatch } from '@/lib/wire/scoring-run'

/** What a run's columns are called; no two can be the same. */
export const runColumns = {
  example: 'example',
  subject: 'subject',
  label: (task: string) => `label: ${task}`,
  score: (task: string) => `score: ${task}`,
  attribute: (name: string) => `attribute: ${name}`,
}

/** What passed while a table was made. */
export interface RunTally {
  rows: number
  /** rows with at least one score */
  scored: number
}

/** A run's batches as CSV, piece by piece; an image that could not be scored has empty scores. */
export async function* runTable(
  { tasks, attributes }: Pick<OpenedRun, 'tasks' | 'attributes'>,
  batches: AsyncIterable<ScoreBatch['rows']>,
  tally: RunTally,
): AsyncGenerator<Uint8Array> {
  const header = [
    ...[runColumns.example, runColumns.subject],
    ...tasks.flatMap(({ name }) => [runColumns.label(name), runColumns.score(name)]),
    ...attributes.map(({ name }) => runColumns.attribute(name)),
  ]
  const printer = new TextEncoder()
  yield printer.encode(`${header.map(quoted).join(',')}\n`)
  for await (const rows of batches) {
    const lines = rows.map(({ example, subject, scores, labels, attributes: levels }) => {
      tally.rows++
      if (scores.some((score) => score !== null)) tally.scored++
      const numbers = scores.flatMap((score, at) => [labels[at] ?? '', score ?? ''])
      return [example, subject, ...numbers, ...levels.map(quoted)].join(',')
    })
    yield printer.encode(`${lines.join('\n')}\n`)
  }
}

const quoted = (text: string) => (/[",\n\r\t;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
