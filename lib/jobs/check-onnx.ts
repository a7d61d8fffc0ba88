import { open } from 'node:fs/promises'
import { UnusableUpload } from './unusable-upload'

/** Of the fields of a ModelProto (onnx.proto): the version of the format, and the graph. */
const [irVersion, graph] = [1, 7]
const [varint, fixed64, delimited, fixed32] = [0, 1, 2, 5]
/** a tag and a length, or a number, at their longest */
const headBytes = 20

/**
 * Throws `UnusableUpload` for a file that is no ONNX model: its outermost protobuf fields are walked, a few bytes
 * each, which must have a graph and end where the file ends. What the graph says is the runtime's to judge.
 */
export async function checkOnnx(path: string, bytes: number): Promise<void> {
  const file = await open(path, 'r')
  try {
    const [head, seen] = [Buffer.alloc(headBytes), new Set<number>()]
    for (let at = 0; at < bytes; ) {
      const { bytesRead } = await file.read(head, 0, headBytes, at)
      const tag = readVarint(head, 0, bytesRead)
      const [field, kind] = [Math.floor(tag.value / 8), tag.value % 8]
      if (field === 0 || field > 50) throw noOnnx()
      if (kind === varint) at += readVarint(head, tag.end, bytesRead).end
      else if (kind === fixed64) at += tag.end + 8
      else if (kind === fixed32) at += tag.end + 4
      else if (kind === delimited) {
        const length = readVarint(head, tag.end, bytesRead)
        at += length.end + length.value
      } else throw noOnnx()
      if (at > bytes) throw seen.has(irVersion) ? cutOff() : noOnnx()
      if (kind === (field === graph ? delimited : varint)) seen.add(field)
    }
    if (!seen.has(irVersion)) throw noOnnx()
    if (!seen.has(graph)) throw cutOff()
  } finally {
    await file.close()
  }
}

function readVarint(bytes: Buffer, start: number, end: number): { value: number; end: number } {
  let value = 0
  for (let at = start, weight = 1; at < end && at < start + 10; at++, weight *= 128) {
    value += (bytes[at] & 127) * weight
    if (bytes[at] < 128) return { value, end: at + 1 }
  }
  throw noOnnx()
}

const noOnnx = () =>
  new UnusableUpload(422, 'This file is no ONNX model. Export the model as ONNX, in one file with its weights.')
const cutOff = () => new UnusableUpload(422, 'This ONNX file is cut off or damaged. Export or copy it again.')
