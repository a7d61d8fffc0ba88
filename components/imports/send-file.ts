import type * as z from 'zod'
import { answeredProblem } from '@/lib/wire/fetch-answer'

/**
 * Sends a file whole, as a stream of its bytes. By XMLHttpRequest, for fetch does not tell how much has been sent.
 * @param signal ends it; what was sent is then thrown away by the server
 */
export function sendFile<T extends z.ZodType>(
  schema: T,
  address: string,
  file: Blob,
  { signal, onSent }: { signal: AbortSignal; onSent: (bytes: number) => void },
): Promise<z.infer<T>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.addEventListener('progress', ({ loaded }) => onSent(loaded))
    request.addEventListener('load', () => {
      const answer = parsed(request.responseText)
      if (request.status < 300) resolve(schema.parse(answer))
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
