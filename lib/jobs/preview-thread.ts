import { once } from 'node:events'
import type { Access } from '@/lib/db/access'
import { findEvaluationsOfFile, readUploadToSee } from '@/lib/db/uploads'
import { UnusableFile } from '@/lib/ingest/unusable-file'
import { TablePreview } from '@/lib/wire/table-preview'
import type { PreviewAnswer } from './preview-worker'
import { spooledFile } from './spool'
import { startThread } from './threads'

/** A look at an uploaded table, in a thread: a Parquet row group of a million rows takes a second to decode. */
export async function previewUpload(access: Access, sha256: string, signal: AbortSignal): Promise<TablePreview> {
  const { name, bytes } = await readUploadToSee(access, sha256)
  const thread = startThread('preview-worker', { file: spooledFile(sha256), name })
  try {
    const [answer]: [PreviewAnswer] = await (once(thread, 'message', { signal }) as Promise<[PreviewAnswer]>)
    if (answer.kind === 'problem') throw new UnusableFile(answer.message, answer.errors)
    return TablePreview.parse({
      ...{ sha256, name, bytes },
      ...answer.preview,
      importedBefore: await findEvaluationsOfFile(access, sha256),
    })
  } finally {
    await thread.terminate()
  }
}
