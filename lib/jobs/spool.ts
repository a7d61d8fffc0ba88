import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Access } from '@/lib/db/access'
import { forgetOldUploads, keepUpload, removeUnneeded } from '@/lib/db/uploads'
import { environment } from '@/lib/env'
import type { UploadReceipt } from '@/lib/wire/table-preview'
import { receiveFile, sweepFolder } from './receive-file'

const keptDays = 7

const folder = () => join(environment().EQUISCOPE_DATA, 'uploads')

/** Where an uploaded file lies. */
export const spooledFile = (sha256: string): string => join(folder(), sha256)

/** What is known of an upload before its first byte. */
export interface UploadDraft {
  name: string
  /** as the sender says; undefined: it says nothing */
  bytes: number | undefined
}

/**
 * Keeps the bytes of a request under their hash, once all have arrived. Throws `UnusableUpload` for what is too large,
 * cut off or empty.
 */
export function spoolUpload(
  access: Access,
  { name, bytes }: UploadDraft,
  body: ReadableStream<Uint8Array> | null,
  signal: AbortSignal,
): Promise<UploadReceipt> {
  const incoming = { name, bytes, most: environment().EQUISCOPE_UPLOAD_BYTES, setting: 'EQUISCOPE_UPLOAD_BYTES' }
  return receiveFile(folder(), incoming, body, signal, ({ sha256, bytes: arrived, place }) =>
    keepUpload(access, { sha256, name, bytes: arrived }, place),
  )
}

/** Removes what nobody needs: uploads that were cut off by a crash, old ones, and those whose import is done. */
export async function sweepSpool(): Promise<void> {
  const kept = await forgetOldUploads(keptDays)
  await sweepFolder(folder(), async (sha256) => {
    if (!kept.has(sha256)) await removeUnneeded(sha256, () => rm(spooledFile(sha256), { force: true }))
  })
}
