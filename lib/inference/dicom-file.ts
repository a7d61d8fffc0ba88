import { type DataSet, parseDicom } from 'dicom-parser'
import { inflateRaw } from 'pako'
import { bareDicom } from './image-kind'
import { UnreadableImage } from './unreadable-image'

export const explicitLittle = '1.2.840.10008.1.2.1'
export const implicitLittle = '1.2.840.10008.1.2'
export const explicitBig = '1.2.840.10008.1.2.2'
const deflated = '1.2.840.10008.1.2.1.99'

export interface DicomFile {
  set: DataSet
  transferSyntax: string
}

/**
 * Reads the header of a DICOM file, also one without preamble or of group 8 alone.
 * @param until stop before the pixels, so that the beginning of a file is enough
 */
export function parseDicomFile(bytes: Uint8Array, until?: 'pixels'): DicomFile {
  const options = { inflater: inflateRest, ...(until && { untilTag: 'x7fe00010' }) }
  try {
    if (hasPrefix(bytes)) return withSyntax(parseDicom(bytes, options))
    const bare = bareDicom(bytes) ?? { begin: 0, isExplicit: true }
    const body = bytes.subarray(bare.begin)
    if (body[0] === 2) return withSyntax(parseDicom(withPreamble(body), options))
    const syntax = bare.isExplicit ? explicitLittle : implicitLittle
    return { set: parseDicom(body, { ...options, TransferSyntaxUID: syntax }), transferSyntax: syntax }
  } catch {
    // the parser throws strings, and quotes what it read
    throw new UnreadableImage('This DICOM file is damaged or cut off: its header cannot be read.')
  }
}

function withSyntax(set: DataSet): DicomFile {
  const written = set.string('x00020010')?.trim()
  return { set, transferSyntax: written === deflated ? explicitLittle : (written ?? implicitLittle) }
}

function hasPrefix(bytes: Uint8Array) {
  return [0x44, 0x49, 0x43, 0x4d].every((byte, place) => bytes[128 + place] === byte)
}

function withPreamble(bytes: Uint8Array) {
  const whole = new Uint8Array(bytes.length + 132)
  whole.set([0x44, 0x49, 0x43, 0x4d], 128)
  whole.set(bytes, 132)
  return whole
}

/** The parser wants the header, which is never deflated, and the inflated rest in one array. */
function inflateRest(bytes: Uint8Array, position: number) {
  const rest = inflateRaw(bytes.subarray(position))
  if (!rest) throw new UnreadableImage('This DICOM file is cut off.')
  const whole = new Uint8Array(position + rest.length)
  whole.set(bytes.subarray(0, position))
  whole.set(rest, position)
  return whole
}
