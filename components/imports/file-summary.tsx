import Link from 'next/link'
import { dayText } from '@/components/ui/words'
import type { TablePreview } from '@/lib/wire/table-preview'
import { words } from './words'

/** Which file it is, and what was imported from the same bytes before. */
export function FileSummary({ projectId, preview }: { projectId: number; preview: TablePreview }) {
  const { name, bytes, columns, importedBefore } = preview
  return (
    <>
      <p id="step-file">
        <b>{name}</b>{' '}
        <span className="quiet">
          {words.summary(bytes, columns.length)}
          {importedBefore.length === 0 && `; ${words.fresh}`}
        </span>
      </p>
      {importedBefore.length > 0 && (
        <p className="notice">
          {words.before} {words.beforeAs}{' '}
          {importedBefore.map((earlier, at) => (
            <span key={earlier.evaluationId}>
              {at > 0 && ', '}
              <Link href={`/projects/${projectId}/evaluations/${earlier.evaluationId}`}>{earlier.name}</Link>{' '}
              {dayText(earlier.createdAt)}
            </span>
          ))}
        </p>
      )}
    </>
  )
}
