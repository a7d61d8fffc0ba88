import {
  createJPEGBasicOffsetTable,
  type DataSet,
  type Element,
  readEncapsulatedImageFrame,
  readEncapsulatedPixelDataFromFragments,
} from 'dicom-parser'
import { endsAsJpeg } from './decode-bitmap'
import { type DicomFile, explicitBig, explicitLittle, implicitLittle } from './dicom-file'
import { type DecodedFrame, decodeFrame, decodeLosslessJpeg } from './frame-codecs'
import { largestPixels } from './pixel-grid'
import { decodeRunLength } from './run-length'
import { UnreadableImage } from './unreadable-image'

/** How the header describes its samples. */
export interface Layout {
  width: number
  height: number
  components: 1 | 3
  photometric: string
  bitsAllocated: number
  bitsStored: number
  highBit: number
  isSigned: boolean
  isPlanar: boolean
  frames: number
}

const native = [implicitLittle, explicitLittle, explicitBig]
const lossless = ['57', '70']
const jpeg = ['50', '51', '53', '55']
const jpegLs = ['80', '81']
const jpeg2000 = ['90', '91']

/** What the header says of its pixels. Refuses what is no picture, or what cannot be shown as one. */
export function readLayout({ set }: DicomFile): Layout {
  const modality = set.string('x00080060')?.trim()
  if (modality === 'SEG') throw new UnreadableImage('This is a DICOM segmentation, not an image.')
  if (modality === 'RTDOSE') throw new UnreadableImage('This is a radiotherapy dose, not an image.')
  const [height, width] = [set.uint16('x00280010') ?? 0, set.uint16('x00280011') ?? 0]
  if (!set.elements.x7fe00010) throw new UnreadableImage('This DICOM file has no image in it.')
  if (width === 0 || height === 0) throw new UnreadableImage('This DICOM file does not say how large its image is.')
  if (width * height > largestPixels) throw new UnreadableImage('This image has more than 100 million pixels.')
  const components = set.uint16('x00280002') ?? 1
  if (components !== 1 && components !== 3)
    throw new UnreadableImage('Only images of one or three channels can be read.')
  const bitsAllocated = set.uint16('x00280100') ?? 16
  if (bitsAllocated !== 8 && bitsAllocated !== 16)
    throw new UnreadableImage('Only images of 8 to 16 bits a sample can be read.')
  const bitsStored = Math.min(set.uint16('x00280101') || bitsAllocated, bitsAllocated)
  return {
    width,
    height,
    components,
    photometric: set.string('x00280004')?.trim() ?? (components === 1 ? 'MONOCHROME2' : 'RGB'),
    bitsAllocated,
    bitsStored,
    highBit: Math.min(set.uint16('x00280102') ?? bitsStored - 1, bitsAllocated - 1),
    isSigned: set.uint16('x00280103') === 1,
    isPlanar: components === 3 && set.uint16('x00280006') === 1,
    frames: Math.max(1, set.intString('x00280008') ?? 1),
  }
}

/** Samples of the first frame, in whatever order and type the file or its codec gives them. */
export async function readFrame({ set, transferSyntax }: DicomFile, layout: Layout): Promise<DecodedFrame> {
  const element = set.elements.x7fe00010
  if (native.includes(transferSyntax) && !element.encapsulatedPixelData)
    return nativeFrame(set, element, layout, transferSyntax)
  const bytes = encapsulated(set, element, layout.frames)
  const { width, height, components } = layout
  if (transferSyntax === '1.2.840.10008.1.2.5') {
    const decoded = decodeRunLength(bytes, width * height, components, layout.bitsAllocated / 8)
    const samples = layout.bitsAllocated === 8 ? decoded : new Uint16Array(decoded.buffer)
    return { width, height, components, isPlanar: components > 1, samples }
  }
  const family = transferSyntax.replace('1.2.840.10008.1.2.4.', '')
  if (lossless.includes(family)) return checked(decodeLosslessJpeg(whole(bytes)), layout)
  if (jpeg.includes(family)) return checked(await decodeFrame('jpeg', eightBits(whole(bytes))), layout)
  if (jpegLs.includes(family)) return checked(await decodeFrame('jpegLs', whole(bytes)), layout)
  if (jpeg2000.includes(family)) return checked(await decodeFrame('jpeg2000', whole(bytes)), layout)
  throw new UnreadableImage(
    'This DICOM file is compressed in a way that cannot be read here (a video, or a rare format).',
  )
}

function nativeFrame(set: DataSet, element: Element, layout: Layout, transferSyntax: string): DecodedFrame {
  const { width, height, components, bitsAllocated, isPlanar, photometric } = layout
  if (photometric === 'YBR_FULL_422')
    throw new UnreadableImage('Uncompressed colour with halved chroma cannot be read here.')
  const count = width * height * components
  const bytes = count * (bitsAllocated / 8)
  if (element.length < bytes || element.dataOffset + bytes > set.byteArray.length)
    throw new UnreadableImage('The image is cut off.')
  const copy = new Uint8Array(set.byteArray.subarray(element.dataOffset, element.dataOffset + bytes))
  const isBig = transferSyntax === explicitBig
  if (isBig && (bitsAllocated === 16 || element.vr === 'OW')) swapPairs(copy) // 8 bits in OW are swapped too (PS3.5 8.1.2)
  return { width, height, components, isPlanar, samples: bitsAllocated === 8 ? copy : new Uint16Array(copy.buffer) }
}

function swapPairs(bytes: Uint8Array) {
  for (let place = 0; place + 1 < bytes.length; place += 2) {
    const first = bytes[place]
    bytes[place] = bytes[place + 1]
    bytes[place + 1] = first
  }
}

function encapsulated(set: DataSet, element: Element, frames: number): Uint8Array {
  const fragments = element.fragments ?? []
  if (fragments.length === 0) throw new UnreadableImage('The image is cut off: it has no compressed frame.')
  try {
    if (frames === 1) return readEncapsulatedPixelDataFromFragments(set, element, 0, fragments.length)
    if (element.basicOffsetTable?.length) return readEncapsulatedImageFrame(set, element, 0)
    if (fragments.length === frames) return readEncapsulatedPixelDataFromFragments(set, element, 0, 1)
    return readEncapsulatedImageFrame(set, element, 0, createJPEGBasicOffsetTable(set, element))
  } catch {
    throw new UnreadableImage('The image is damaged: its first frame cannot be found.')
  }
}

/** The codecs fill what is missing and say nothing. JPEG 2000 and JPEG-LS end with the same marker as JPEG. */
function whole(bytes: Uint8Array) {
  if (!endsAsJpeg(bytes)) throw new UnreadableImage('The image is cut off.')
  return bytes
}

/** The JPEG codec has 8 bits; one of 12 would come out wrong. */
function eightBits(bytes: Uint8Array) {
  for (let place = 2; place + 4 < bytes.length && bytes[place] === 0xff; ) {
    const marker = bytes[place + 1]
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame && bytes[place + 4] !== 8) throw new UnreadableImage('JPEG of 12 bits cannot be read here.')
    if (isFrame) break
    place += 2 + ((bytes[place + 2] << 8) | bytes[place + 3])
  }
  return bytes
}

function checked(frame: DecodedFrame, layout: Layout): DecodedFrame {
  if (frame.width !== layout.width || frame.height !== layout.height || frame.components !== layout.components)
    throw new UnreadableImage('The header and the compressed image disagree about its size.')
  return frame
}
