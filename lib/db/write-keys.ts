import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ClientBase } from 'pg'
import { from } from 'pg-copy-streams'

const blockBytes = 256 * 1024

/** Keys by their numbers, as UTF-8: a million strings would take three times as much memory. */
export interface KeyBytes {
  readonly length: number
  bytesOf(row: number): Uint8Array
}

/** The keys of a dataset in canonical order, as its file gave them. */
export interface DatasetKeys {
  subject: readonly string[] | KeyBytes
  example: readonly string[] | KeyBytes
  /** the number of each example's subject, an index into `subject` */
  subjectOf: Uint32Array<ArrayBuffer>
}

/** Stores the keys of a new dataset by binary COPY, in tables of their own that get their index afterwards. */
export async function writeKeys(
  client: ClientBase,
  datasetId: number,
  keys: DatasetKeys,
  { signal, onRows }: { signal?: AbortSignal; onRows?: (rows: number) => void } = {},
): Promise<void> {
  await client.query('select open_dataset_keys($1)', [datasetId])
  const subject = client.query(
    from(`copy subject_${datasetId} (dataset_id, subject_id, key) from stdin (format binary)`),
  )
  await pipeline(Readable.from(rows(keys.subject, (row) => [datasetId, row])), subject, { signal })
  const columns = 'dataset_id, example_id, subject_id, key'
  const example = client.query(from(`copy example_${datasetId} (${columns}) from stdin (format binary)`))
  const blocks = rows(keys.example, (row) => [datasetId, row, keys.subjectOf[row]], onRows)
  await pipeline(Readable.from(blocks), example, { signal })
  await client.query('select close_dataset_keys($1)', [datasetId])
}

/** PostgreSQL's binary format: a header, then for each row the number of fields, and each field's length and bytes. */
function* rows(
  keys: readonly string[] | KeyBytes,
  numbersOf: (row: number) => readonly number[],
  onRows?: (rows: number) => void,
): Generator<Buffer> {
  yield Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)])
  let block = Buffer.allocUnsafe(blockBytes)
  let end = 0
  for (let row = 0; row < keys.length; row++) {
    const key = 'bytesOf' in keys ? keys.bytesOf(row) : Buffer.from(keys[row])
    const numbers = numbersOf(row)
    const bytes = 2 + numbers.length * 8 + 4 + key.length
    if (end + bytes > block.length) {
      yield block.subarray(0, end)
      onRows?.(row)
      block = Buffer.allocUnsafe(Math.max(blockBytes, bytes))
      end = 0
    }
    end = block.writeInt16BE(numbers.length + 1, end)
    for (const number of numbers) end = block.writeInt32BE(number, block.writeInt32BE(4, end))
    end = block.writeInt32BE(key.length, end)
    block.set(key, end)
    end += key.length
  }
  yield block.subarray(0, end)
  yield Buffer.from([0xff, 0xff]) // no more rows
}
