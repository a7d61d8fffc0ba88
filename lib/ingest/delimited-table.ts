import { delimitedRows } from './delimited-rows'
import type { FileBytes } from './file-bytes'
import type { OpenTable } from './open-table'
import { type Cell, type RawBatch, rowNumbers } from './raw-batch'
import { textPieces } from './text-pieces'
import { UnusableFile } from './unusable-file'

const sampledRows = 1000

function batchOf(rows: string[][], first: number, places: ReadonlyMap<string, number>): RawBatch {
  const columns = new Map<string, Cell[]>()
  for (const [name, place] of places) {
    const cells = new Array<string>(rows.length)
    for (let at = 0; at < rows.length; at++) cells[at] = rows[at][place]
    columns.set(name, cells)
  }
  return { row: rowNumbers(first, rows.length), columns }
}

/** Opens a CSV, TSV or semicolon-separated text; `chunks` are its bytes, unpacked. */
export async function openDelimited(bytes: FileBytes, chunks: AsyncIterable<Buffer>): Promise<OpenTable> {
  const blocks = delimitedRows(textPieces(chunks, bytes.name), bytes.name)
  const first = await blocks.next()
  if (first.done) throw new UnusableFile(`${bytes.name} holds no text.`)
  const header = first.value[0].map((name) => name.trim())
  let opening = first.value.slice(1)
  if (opening.length === 0) opening = (await blocks.next()).value ?? []

  return {
    name: bytes.name,
    header,
    bytes: bytes.size,
    bytesRead: () => bytes.bytesRead,
    sha256: () => bytes.sha256(),
    async samples() {
      const rows = opening.slice(0, sampledRows)
      return batchOf(rows, 1, new Map(header.map((name, place) => [name, place]))).columns
    },
    async *read(wanted) {
      const places = new Map(wanted.map((name) => [name, header.indexOf(name)]))
      let [rows, row] = [opening, 1]
      while (rows.length > 0) {
        yield batchOf(rows, row, places)
        row += rows.length
        rows = (await blocks.next()).value ?? []
      }
    },
    async close() {
      await blocks.return(undefined)
      await bytes.close()
    },
  }
}
