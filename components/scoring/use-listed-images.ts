import { useEffect, useRef, useState } from 'react'
import { DecoderPool } from '@/lib/inference/decoder-pool'
import { type InspectedImage, inspectImages } from '@/lib/inference/inspect-images'
import type { ListedFile } from '@/lib/inference/list-images'
import { pseudonymKey } from '@/lib/inference/pseudonym-key'

/** Files from which images are chosen, and the folder's handle where the browser gave one. */
export interface Listing {
  files: ListedFile[]
  folder: FileSystemDirectoryHandle | null
}

/** What was dropped or chosen, on the way to being looked at. */
export interface ListedImages {
  state:
    | { kind: 'none' }
    | { kind: 'looking'; seen: number; all: number | null }
    | { kind: 'seen'; inspected: InspectedImage[] }
  folder: FileSystemDirectoryHandle | null
  error: Error | null
  look: (list: (signal: AbortSignal) => Promise<Listing>) => void
  /** the same files under another key */
  lookAgain: () => void
  forget: () => void
}

const table = /\.(csv|tsv)$/i

/**
 * Lists files and looks at the beginning of each, in threads. A table among them is no image: it may be the manifest.
 * @param whenTable called with the one table among the files
 */
export function useListedImages(whenTable: (file: File) => void): ListedImages {
  const [state, setState] = useState<ListedImages['state']>({ kind: 'none' })
  const [error, setError] = useState<Error | null>(null)
  const [last, setLast] = useState<Listing>({ files: [], folder: null })
  const ending = useRef<AbortController>(undefined)
  useEffect(() => () => ending.current?.abort(), [])

  async function look(list: (signal: AbortSignal) => Promise<Listing>) {
    ending.current?.abort()
    const controller = new AbortController()
    ending.current = controller
    setError(null)
    setState({ kind: 'looking', seen: 0, all: null })
    const pool = new DecoderPool(controller.signal)
    try {
      const listing = await list(controller.signal)
      const files = listing.files.filter(({ path }) => !table.test(path))
      const tables = listing.files.filter(({ path }) => table.test(path))
      setLast(listing)
      if (tables.length === 1) whenTable(tables[0].file)
      let shown = performance.now()
      const inspected = await inspectImages(files, await pseudonymKey(), pool, (seen) => {
        if (performance.now() - shown < 100) return
        shown = performance.now()
        setState({ kind: 'looking', seen, all: files.length })
      })
      controller.signal.throwIfAborted()
      setState({ kind: 'seen', inspected })
    } catch (reason) {
      if (controller.signal.aborted) return
      setError(reason as Error)
      setState({ kind: 'none' })
    } finally {
      pool.end()
    }
  }

  function forget() {
    ending.current?.abort()
    setError(null)
    setState({ kind: 'none' })
  }

  return { state, folder: last.folder, error, look, lookAgain: () => look(async () => last), forget }
}
