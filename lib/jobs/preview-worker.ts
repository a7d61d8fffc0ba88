import { parentPort, workerData } from 'node:worker_threads'
import { previewTable } from '@/lib/ingest/preview-table'
import { Problem } from '@/lib/problem'
import type { TablePreview } from '@/lib/wire/table-preview'

/** What the thread of a preview answers. */
export type PreviewAnswer =
  | { kind: 'preview'; preview: Pick<TablePreview, 'columns' | 'rows' | 'looked'> }
  | { kind: 'problem'; status: number; message: string; errors: Problem['errors'] }

const { file, name } = workerData as { file: string; name: string }
const answer = (told: PreviewAnswer) => parentPort?.postMessage(told)
try {
  answer({ kind: 'preview', preview: await previewTable(file, name) })
} catch (error) {
  if (!(error instanceof Problem)) throw error
  answer({ kind: 'problem', status: error.status, message: error.message, errors: error.errors })
}
