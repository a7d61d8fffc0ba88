import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ClientBase } from 'pg'
import { to } from 'pg-copy-streams'

const signatureBytes = 19 // 11 of signature, 4 of flags, 4 of the length of an extension, which there is none of
const headBytes = 6 // of a row: 2 for the number of fields, 4 for the length of its one

/** Tells `onKey` the key of each example of a dataset, by ascending number. Returns how many there are. */
export async function loadExampleKeys(
  client: ClientBase,
  datasetId: number,
  onKey: (key: string) => void,
): Promise<number> {
  const sql = `copy (select key from example where dataset_id = ${Number(datasetId)} order by example_id) to stdout (format binary)`
  let count = 0
  let left: Buffer = Buffer.alloc(0)
  let isBegun = false
  const parser = new Writable({
    write(piece: Buffer, _encoding, done) {
      const bytes = left.length === 0 ? piece : Buffer.concat([left, piece])
      let at = 0
      if (!isBegun && bytes.length >= signatureBytes) [isBegun, at] = [true, signatureBytes]
      while (isBegun && at + headBytes <= bytes.length) {
        const end = at + headBytes + bytes.readInt32BE(at + 2)
        if (end > bytes.length) break
        onKey(bytes.toString('utf8', at + headBytes, end))
        at = end
        count++
      }
      left = bytes.subarray(at)
      done()
    },
  })
  await pipeline(client.query(to(sql)), parser)
  return count
}
