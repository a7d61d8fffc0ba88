import Link from 'next/link'
import type { ImportOutcome } from '@/lib/wire/import-request'
import { words } from './job-words'

/** What an import left, and the way to it. */
export function ImportResult({ projectId, outcome }: { projectId: number; outcome: ImportOutcome }) {
  const { datasetId, evaluationId, unmatchedRows, unmatchedRowNumbers: numbers, unscoredExamples } = outcome
  return (
    <section className="panel stack">
      {(unmatchedRows > 0 || unscoredExamples > 0) && <p>{words.unmatched(unmatchedRows, unscoredExamples)}</p>}
      {numbers.length > 0 && (
        <p className="note">{words.unmatchedRows(numbers.join(', '), unmatchedRows - numbers.length)}</p>
      )}
      <p className="row">
        <Link className="button filled" href={`/projects/${projectId}/evaluations/${evaluationId}`}>
          {words.evaluation}
        </Link>
        <Link className="button" href={`/projects/${projectId}/datasets/${datasetId}`}>
          {words.dataset}
        </Link>
      </p>
    </section>
  )
}
