import { answeredProblem } from '@/lib/wire/fetch-answer'
import { UploadReceipt } from '@/lib/wire/table-preview'

/**
 * Sends a file whole, as a stream of its bytes. By XMLHttpRequest, for fetch does not tell how much has been sent.
 * @param signal ends it; what was sent is then thrown away by the server
 */
export function uploadFile(
  projectId: number,
  file: File,
  { signal, onSent }: { signal: AbortSignal; onSent: (bytes: number) => void },
): Promise<UploadReceipt> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/v1/projects/${projectId}/uploads?name=${encodeURIComponent(file.name)}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.addEventListener('progress', ({ loaded }) => onSent(loaded))
    request.addEventListener('load', () => {
      const answer = parsed(request.responseText)
      if (request.status < 300) resolve(UploadReceipt.parse(answer))
      else reject(answeredProblem(request.status, answer))
    })
    request.addEventListener('error', () => reject(answeredProblem(0, undefined)))
    request.addEventListener('abort', () => reject(signal.reason))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
