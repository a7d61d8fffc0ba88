import { rm } from 'node:fs/promises'
import { openDelimited } from './delimited-table'
import { FileBytes } from './file-bytes'
import type { Cell, RawBatch } from './raw-batch'
import { spoolUnzipped } from './spool-unzipped'
import { UnusableFile } from './unusable-file'

/** A table that is open for one reading from its first row to its last. */
export interface OpenTable {
  /** the file's name without its folder */
  name: string
  /** the columns' names: none empty, none twice */
  header: readonly string[]
  /** size of the file */
  bytes: number
  /** how many of them have been read */
  bytesRead(): number
  /** SHA-256 of the file's bytes, in hexadecimal; to be asked after reading, else it reads the rest */
  sha256(): Promise<string>
  /** the first rows, at most 1,000 */
  samples(): Promise<ReadonlyMap<string, ArrayLike<Cell>>>
  /** All rows, once, in batches that hold the wanted columns. Throws `UnusableFile` where the table breaks off. */
  read(wanted: readonly string[]): AsyncIterable<RawBatch>
  close(): Promise<void>
}

function checkHeader({ name, header }: OpenTable): void {
  const empty = header.indexOf('')
  if (empty >= 0)
    throw new UnusableFile(
      `${name}: column ${empty + 1} has no name. Name it in the header, or leave it out ` +
        '(pandas writes such a column unless it is told index=False).',
    )
  const twice = header.find((column, at) => header.indexOf(column) !== at)
  if (twice !== undefined) throw new UnusableFile(`${name} has two columns named ${twice}. Give each its own name.`)
}

async function openByContent(path: string, bytes: FileBytes): Promise<OpenTable> {
  const head = await bytes.head(4)
  const isParquet = (beginning: Buffer) => beginning.subarray(0, 4).toString('latin1') === 'PAR1'
  // loaded when needed: the decoders would double the start of the command line
  if (isParquet(head)) return (await import('./parquet-table')).openParquet(path, bytes)
  if (head[0] !== 0x1f || head[1] !== 0x8b) return openDelimited(bytes, bytes.chunks())

  const unzipped = bytes.unzipped()
  const first = await unzipped.next()
  if (first.done) throw new UnusableFile(`${bytes.name} is empty inside its gzip wrapping.`)
  const all = (async function* () {
    yield first.value
    yield* unzipped
  })()
  if (!isParquet(first.value)) return openDelimited(bytes, all)
  const spool = await spoolUnzipped(all)
  const discard = () => rm(spool.folder, { recursive: true, force: true })
  try {
    const table = await (await import('./parquet-table')).openParquet(spool.path, bytes)
    return { ...table, close: () => table.close().finally(discard) }
  } catch (cause) {
    await discard()
    throw cause
  }
}

/**
 * Opens a table, recognised by its content whatever its name: comma, semicolon or tab separated UTF-8 text, Parquet,
 * or gzip of either. Nothing is held in memory but the batch at hand. Throws `UnusableFile` for all else. After an
 * abort of `signal` reading throws its reason. Messages call the file `name`, by default as its path does.
 */
export async function openTable(
  path: string,
  { signal, name }: { signal?: AbortSignal; name?: string } = {},
): Promise<OpenTable> {
  const bytes = await FileBytes.open(path, signal, name)
  try {
    const table = await openByContent(path, bytes)
    checkHeader(table)
    return table
  } catch (cause) {
    await bytes.close()
    throw cause
  }
}
