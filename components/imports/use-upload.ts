import { useEffect, useRef, useState } from 'react'
import type { UploadReceipt } from '@/lib/wire/table-preview'
import { uploadFile } from './upload-file'

/** A file on its way to the server. */
export interface Upload {
  sending?: { name: string; bytes: number; sent: number }
  error: Error | null
  send: (file: File) => void
  stop: () => void
}

/** Sends one file at a time; leaving the page ends it. */
export function useUpload(projectId: number, onArrived: (receipt: UploadReceipt) => void): Upload {
  const [sending, setSending] = useState<Upload['sending']>()
  const [error, setError] = useState<Error | null>(null)
  const abort = useRef<AbortController>(undefined)
  useEffect(() => () => abort.current?.abort(), [])
  async function send(file: File) {
    abort.current?.abort()
    const controller = new AbortController()
    abort.current = controller
    setError(null)
    setSending({ name: file.name, bytes: file.size, sent: 0 })
    try {
      const onSent = (sent: number) => setSending({ name: file.name, bytes: file.size, sent })
      onArrived(await uploadFile(projectId, file, { signal: controller.signal, onSent }))
    } catch (reason) {
      if (!controller.signal.aborted) setError(reason as Error)
    } finally {
      if (abort.current === controller) setSending(undefined)
    }
  }
  return { sending, error, send, stop: () => abort.current?.abort() }
}
