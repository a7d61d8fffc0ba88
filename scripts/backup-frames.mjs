import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { Refusal } from './say.mjs'

// A backup is a gzip of frames: a header (length, JSON), then pieces (length, bytes) up to an empty one. The last frame,
// `end`, carries the SHA-256 of all bytes before it. Lengths are 4 bytes, big-endian.

const length = (bytes) => {
  const four = Buffer.alloc(4)
  four.writeUInt32BE(bytes)
  return four
}

/** The bytes of `frames`, each a header with `pieces`, an iterable of buffers. */
export async function* printFrames(frames) {
  const hash = createHash('sha256')
  const counted = (bytes) => {
    hash.update(bytes)
    return bytes
  }
  for await (const { pieces, ...header } of frames) {
    yield counted(headerBytes(header))
    for await (const piece of pieces ?? [])
      if (piece.length > 0) yield counted(Buffer.concat([length(piece.length), piece]))
    yield counted(length(0))
  }
  yield headerBytes({ kind: 'end', sha256: hash.digest('hex') })
  yield length(0)
}

function headerBytes(header) {
  const text = Buffer.from(JSON.stringify(header))
  return Buffer.concat([length(text.length), text])
}

/**
 * The frames of a backup file, one by one; a frame's pieces must be read before the next one is asked for, or are skipped.
 * Throws a Refusal where the file is cut short or was changed; that is known for certain only at its end.
 */
export async function* parseFrames(file) {
  const bytes = createReadStream(file).pipe(createGunzip())
  const source = bytes[Symbol.asyncIterator]()
  const hash = createHash('sha256')
  let rest = Buffer.alloc(0)
  async function take(size) {
    const parts = [rest]
    let there = rest.length
    while (there < size) {
      const { value, done } = await source.next()
      if (done) throw new Refusal(`${file} is cut short.`)
      parts.push(value)
      there += value.length
    }
    const all = parts.length === 1 ? rest : Buffer.concat(parts)
    rest = all.subarray(size)
    return all.subarray(0, size)
  }
  async function* pieces() {
    for (;;) {
      const size = await take(4)
      hash.update(size)
      if (size.readUInt32BE() === 0) return
      const piece = await take(size.readUInt32BE())
      hash.update(piece)
      yield piece
    }
  }
  try {
    for (;;) {
      const size = await take(4)
      if (size.readUInt32BE() > 1e6) throw new Refusal(`${file} is no backup of Equiscope.`)
      const text = await take(size.readUInt32BE())
      const header = JSON.parse(text.toString())
      if (header.kind === 'end') {
        if (hash.digest('hex') !== header.sha256)
          throw new Refusal(`${file} was changed after it was made: its checksum differs.`)
        return
      }
      hash.update(size).update(text)
      const body = pieces()
      yield { ...header, pieces: body }
      for await (const _ of body);
    }
  } catch (error) {
    if (error instanceof Refusal || error.code === 'ENOENT') throw error
    throw error.code?.startsWith('Z_') || error instanceof SyntaxError
      ? new Refusal(`${file} is damaged, or no backup of Equiscope (${error.message}).`)
      : error
  } finally {
    bytes.destroy()
  }
}
