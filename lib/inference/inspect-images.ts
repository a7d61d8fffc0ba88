import type { DecoderPool } from './decoder-pool'
import type { ListedFile } from './list-images'
import type { InspectedFile } from './protocol'
import { pathPseudonym } from './pseudonym'
import { UnreadableImage } from './unreadable-image'

/** A file and what a look at its beginning told. */
export type InspectedImage = ListedFile &
  (
    | { state: 'readable'; seen: InspectedFile }
    /** the same image is there twice: the first one counts */
    | { state: 'repeated'; seen: InspectedFile; firstPath: string }
    | { state: 'unreadable'; reason: string; example: string }
  )

/** Looks at each file before anything runs: what it is, its pseudonyms, its attributes, and which are there twice. */
export async function inspectImages(
  files: readonly ListedFile[],
  key: CryptoKey,
  pool: DecoderPool,
  whenSeen: (count: number) => void = () => {},
): Promise<InspectedImage[]> {
  let count = 0
  const looks = await Promise.all(
    files.map(async ({ path, file }) => {
      const look = await pool
        .ask(async (remote) => remote.inspect(file, path, key))
        .catch(async (error: unknown) => {
          if (!(error instanceof UnreadableImage)) throw error
          return { reason: error.message, example: await pathPseudonym(key, path) }
        })
      whenSeen(++count)
      return look
    }),
  )
  const firstPaths = new Map<string, string>()
  return files.map((listed, place): InspectedImage => {
    const seen = looks[place]
    if ('reason' in seen) return { ...listed, state: 'unreadable', ...seen }
    const firstPath = firstPaths.get(seen.example)
    if (firstPath !== undefined) return { ...listed, state: 'repeated', seen, firstPath }
    firstPaths.set(seen.example, listed.path)
    return { ...listed, state: 'readable', seen }
  })
}
