import { endianness } from 'node:os'
import type { ClientBase, Pool } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { CopiedFields } from './copied-fields'

/** Values in one row of a chunk table; only a column's last chunk has fewer. */
export const chunkValues = 65_536

const columns = {
  score: { table: 'score_chunk', owners: ['evaluation_id', 'task_id'], values: Float64Array },
  decision: { table: 'decision_chunk', owners: ['evaluation_id', 'task_id'], values: Uint8Array },
  label: { table: 'label_chunk', owners: ['label_source_id', 'task_id'], values: Uint8Array },
  cell: { table: 'cell_chunk', owners: ['attribute_set_id'], values: Uint32Array },
  subject: { table: 'subject_chunk', owners: ['dataset_id'], values: Uint32Array },
  value: { table: 'value_chunk', owners: ['attribute_id'], values: Float64Array },
} as const

export type ColumnKind = keyof typeof columns
/** The typed array of a kind of column: scores are 64-bit floats, labels bytes, cells 32-bit integers. */
export type ColumnValues<K extends ColumnKind> = (typeof columns)[K]['values'] extends Float64ArrayConstructor
  ? Float64Array
  : (typeof columns)[K]['values'] extends Uint8ArrayConstructor
    ? Uint8Array
    : Uint32Array

if (endianness() !== 'LE') throw new Error('Chunks are little-endian, and so must this machine be')

/**
 * Stores a column, one row for 65,536 values.
 * @param owner the numbers that the column belongs to, for example evaluation and task
 */
export async function writeColumn<K extends ColumnKind>(
  client: ClientBase,
  kind: K,
  owner: readonly number[],
  column: ColumnValues<K>,
): Promise<void> {
  const { table, owners } = columns[kind]
  const places = owners.map((_, index) => `$${index + 1}`).join(', ')
  const [chunk, bytes] = [`$${owners.length + 1}`, `$${owners.length + 2}`]
  const text = `insert into ${table} (${owners.join(', ')}, chunk, bytes) values (${places}, ${chunk}, ${bytes})`
  for (let start = 0; start < column.length; start += chunkValues) {
    const part = column.subarray(start, start + chunkValues)
    const buffer = Buffer.from(part.buffer, part.byteOffset, part.byteLength)
    await client.query({ name: `write ${table}`, text, values: [...owner, start / chunkValues, buffer] })
  }
}

/**
 * Reads a column whole, by binary COPY.
 * @param length how many values it must have: a column that lacks a chunk is a fault, never a shorter column
 * @param allot gives the memory, for example one that threads share
 */
export async function loadColumn<K extends ColumnKind>(
  pool: Pool,
  kind: K,
  owner: readonly number[],
  length: number,
  allot: (bytes: number) => ArrayBufferLike = (bytes) => new ArrayBuffer(bytes),
): Promise<ColumnValues<K>> {
  const { table, owners, values } = columns[kind]
  const column = new values(allot(length * values.BYTES_PER_ELEMENT) as ArrayBuffer) as ColumnValues<K>
  if (!owner.every(Number.isInteger)) throw new RangeError('an owner is made of whole numbers') // COPY takes no parameters
  const where = owners.map((name, index) => `${name} = ${owner[index]}`).join(' and ')
  const target = new Uint8Array(column.buffer)
  const fields = new CopiedFields(target)
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    const query = `copy (select bytes from ${table} where ${where} order by chunk) to stdout (format binary)`
    for await (const piece of client.query(copyTo(query))) fields.add(piece as Buffer)
  } catch (error) {
    broken = error as Error
    throw error
  } finally {
    client.release(broken)
  }
  const { filled } = fields
  if (filled !== target.length) throw new Error(`${table} has ${filled} bytes where ${target.length} were expected`)
  return column
}
