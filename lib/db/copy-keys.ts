import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ClientBase } from 'pg'
import { from } from 'pg-copy-streams'

const blockBytes = 256 * 1024

/** Stores the keys of a dataset's subjects, in canonical order, by binary COPY. */
export async function copySubjectKeys(client: ClientBase, datasetId: number, keys: readonly string[]): Promise<void> {
  const copy = client.query(from('copy subject (dataset_id, subject_id, key) from stdin (format binary)'))
  await pipeline(Readable.from(rows(keys, (row) => [datasetId, row])), copy)
}

/**
 * Stores the keys of a dataset's examples, in canonical order, by binary COPY.
 * @param subject the number of each example's subject
 */
export async function copyExampleKeys(
  client: ClientBase,
  datasetId: number,
  keys: readonly string[],
  subject: Uint32Array,
): Promise<void> {
  const copy = client.query(from('copy example (dataset_id, example_id, subject_id, key) from stdin (format binary)'))
  await pipeline(Readable.from(rows(keys, (row) => [datasetId, row, subject[row]])), copy)
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
