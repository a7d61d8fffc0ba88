import { open } from 'node:fs/promises'
import {
  type AsyncBuffer,
  type DecodedArray,
  type FileMetaData,
  parquetMetadataAsync,
  parquetRead,
  parquetSchema,
} from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import type { FileBytes } from './file-bytes'
import type { OpenTable } from './open-table'
import { type Cell, rowNumbers } from './raw-batch'
import { UnusableFile } from './unusable-file'

const sampledRows = 1000
const batchRows = 1 << 16

const iso = (milliseconds: number) => (Math.abs(milliseconds) <= 8.64e15 ? new Date(milliseconds).toISOString() : '')
const text = new TextDecoder()
/** dates as ISO text, JSON as the text it is */
const parsers = {
  timestampFromMilliseconds: (since: bigint) => iso(Number(since)),
  timestampFromMicroseconds: (since: bigint) => iso(Number(since / 1000n)),
  timestampFromNanoseconds: (since: bigint) => iso(Number(since / 1000000n)),
  dateFromDays: (days: number) => iso(days * 86_400_000).slice(0, 10),
  jsonFromBytes: (bytes: Uint8Array) => text.decode(bytes),
}

function cellOf(value: unknown): Cell {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (value === null || value === undefined) return ''
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value)
}

function cellsOf(chunks: readonly DecodedArray[], count: number): Cell[] {
  const cells = new Array<Cell>(count)
  let at = 0
  for (const chunk of chunks)
    for (let place = 0; place < chunk.length && at < count; place++) cells[at++] = cellOf(chunk[place])
  return cells
}

function headerOf(metadata: FileMetaData, name: string): string[] {
  const { children } = parquetSchema(metadata)
  const nested = children.filter((child) => child.children.length > 0 || child.element.repetition_type === 'REPEATED')
  if (nested.length > 0) {
    const names = nested.map((child) => child.element.name).join(', ')
    throw new UnusableFile(`${name} has columns that hold lists or records: ${names}. Flatten them or leave them out.`)
  }
  return children.map((child) => child.element.name.trim())
}

/** Opens a Parquet file; `path` is the file itself, or what was unpacked from it, and `bytes` the file given. */
export async function openParquet(path: string, bytes: FileBytes): Promise<OpenTable> {
  const damaged = () =>
    new UnusableFile(
      `${bytes.name} begins as Parquet but cannot be read: it is cut off or damaged. Copy or write it again.`,
    )
  const handle = await open(path)
  try {
    let consumed = 0
    const { size } = await handle.stat()
    const file: AsyncBuffer = {
      byteLength: size,
      async slice(start, end = size) {
        bytes.signal?.throwIfAborted()
        const target = new Uint8Array(end - start)
        await handle.read(target, 0, end - start, start)
        consumed += end - start
        return target.buffer
      },
    }
    const metadata = await parquetMetadataAsync(file).catch(() => {
      throw damaged()
    })
    const header = headerOf(metadata, bytes.name)
    const physical = parquetSchema(metadata).children.map((child) => child.element.name)

    const readRows = async (wanted: readonly string[], rowStart: number, rowEnd: number) => {
      const chunks = new Map<string, DecodedArray[]>(wanted.map((name) => [physical[header.indexOf(name)], []]))
      await parquetRead({
        file,
        metadata,
        compressors,
        parsers,
        columns: [...chunks.keys()],
        rowStart,
        rowEnd,
        onChunk: ({ columnName, columnData }) => chunks.get(columnName)?.push(columnData),
      }).catch(() => {
        bytes.signal?.throwIfAborted()
        throw damaged()
      })
      return new Map(
        wanted.map((name) => [name, cellsOf(chunks.get(physical[header.indexOf(name)])!, rowEnd - rowStart)]),
      )
    }

    return {
      name: bytes.name,
      header,
      bytes: bytes.size,
      bytesRead: () => Math.min(consumed, bytes.size),
      sha256: () => bytes.sha256(),
      samples: () => readRows(header, 0, Math.min(sampledRows, Number(metadata.row_groups[0]?.num_rows ?? 0))),
      async *read(wanted) {
        let start = 0
        for (const group of metadata.row_groups) {
          const count = Number(group.num_rows)
          const columns = await readRows(wanted, start, start + count)
          for (let from = 0; from < count; from += batchRows) {
            const to = Math.min(from + batchRows, count)
            const part = new Map([...columns].map(([name, cells]) => [name, cells.slice(from, to)]))
            yield { row: rowNumbers(start + from + 1, to - from), columns: part }
          }
          start += count
        }
      },
      async close() {
        await handle.close()
        await bytes.close()
      },
    }
  } catch (cause) {
    await handle.close()
    throw cause
  }
}
