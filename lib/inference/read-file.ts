import { UnreadableImage } from './unreadable-image'

/** Bytes of a file that a person chose. It may have changed since: then the browser refuses. */
export async function readFile(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await file.arrayBuffer().catch(() => {
    throw new UnreadableImage('The browser may not read this file any more. It was moved, changed or deleted.')
  })
  return new Uint8Array(bytes)
}
