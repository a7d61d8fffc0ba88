import { UploadReceipt } from '@/lib/wire/table-preview'
import { sendFile } from './send-file'

/** Sends a table. */
export function uploadFile(
  projectId: number,
  file: File,
  asked: { signal: AbortSignal; onSent: (bytes: number) => void },
): Promise<UploadReceipt> {
  return sendFile(
    UploadReceipt,
    `/api/v1/projects/${projectId}/uploads?name=${encodeURIComponent(file.name)}`,
    file,
    asked,
  )
}
