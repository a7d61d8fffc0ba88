import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ClientBase } from 'pg'
import { from } from 'pg-copy-streams'

const blockBytes = 256 * 1024

/** The keys of a dataset in canonical order, as its file gave them. */
export interface DatasetKeys {
  subject: readonly string[]
  example: readonly string[]
  /** the number of each example's subject, an index into `subject` */
  subjectOf: Uint32Array
}

/** Stores the keys of a new dataset by binary COPY, in tables of their own that get their index afterwards. */
export async function writeKeys(client: ClientBase, datasetId: number, keys: DatasetKeys): Promise<void> {
  await client.query('select open_dataset_keys($1)', [datasetId])
  const subject = client.query(
    from(`copy subject_${datasetId} (dataset_id, subject_id, key) from stdin (format binary)`),
  )
  await pipeline(Readable.from(rows(keys.subject, (row) => [datasetId, row])), subject)
  const columns = 'dataset_id, example_id, subject_id, key'
  const example = client.query(from(`copy example_${datasetId} (${columns}) from stdin (format binary)`))
  await pipeline(Readable.from(rows(keys.example, (row) => [datasetId, row, keys.subjectOf[row]])), example)
  await client.query('select close_dataset_keys($1)', [datasetId])
}

/** PostgreSQL's binary format: a header, then for each row the number of fields, and each field's length and bytes. */
function* rows(keys: readonly string[], numbersOf: (row: number) => readonly number[]): Generator<Buffer> {
  yield Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)])
  let block = Buffer.allocUnsafe(blockBytes)
  let end = 0
  for (const [row, key] of keys.entries()) {
    const numbers = numbersOf(row)
    const most = 2 + numbers.length * 8 + 4 + key.length * 3 // a UTF-16 unit takes at most 3 bytes
    if (end + most > block.length) {
      yield block.subarray(0, end)
      block = Buffer.allocUnsafe(Math.max(blockBytes, most))
      end = 0
    }
    end = block.writeInt16BE(numbers.length + 1, end)
    for (const number of numbers) end = block.writeInt32BE(number, block.writeInt32BE(4, end))
    const bytes = block.write(key, end + 4)
    block.writeInt32BE(bytes, end)
    end += 4 + bytes
  }
  yield block.subarray(0, end)
  yield Buffer.from([0xff, 0xff]) // no more rows
}
