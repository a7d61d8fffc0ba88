import type { DataSet } from 'dicom-parser'
import type { DicomFile } from './dicom-file'
import { type Layout, readFrame, readLayout } from './dicom-frame'
import type { DecodedFrame } from './frame-codecs'
import { type LookupTable, lookUp, readLookupTable } from './lookup-table'
import type { PixelGrid } from './pixel-grid'
import { UnreadableImage } from './unreadable-image'

/** The first frame as a person would see it: rescaled, windowed, MONOCHROME1 inverted, colours as RGB. */
export async function dicomPixels(file: DicomFile): Promise<{ pixels: PixelGrid; notes: string[] }> {
  const layout = readLayout(file)
  const frame = await readFrame(file, layout)
  const notes = layout.frames > 1 ? [`Only the first of ${layout.frames} frames is used.`] : []
  if (layout.photometric === 'PALETTE COLOR') return { pixels: palette(file.set, layout, frame), notes }
  if (layout.components === 3) return { pixels: colour(layout, frame, file.transferSyntax), notes }
  if (!layout.photometric.startsWith('MONOCHROME'))
    throw new UnreadableImage('This kind of colour cannot be read here.')
  return { pixels: grey(file.set, layout, frame), notes }
}

function grey(set: DataSet, layout: Layout, frame: DecodedFrame): PixelGrid {
  const { width, height, isSigned } = layout
  const stored = storedValues(layout, frame)
  const slope = set.floatString('x00281053') ?? 1
  const intercept = set.floatString('x00281052') ?? 0
  const modality = set.elements.x00283000?.items?.[0]?.dataSet
  const table = modality && readLookupTable(modality, 'x00283002', 'x00283006', isSigned)
  const values = new Float32Array(stored.length)
  for (let place = 0; place < values.length; place++)
    values[place] = table ? lookUp(table, stored[place]) : stored[place] * slope + intercept
  const shade = window(set, isSigned) ?? fullRange(values)
  const isInverted = layout.photometric === 'MONOCHROME1'
  for (let place = 0; place < values.length; place++) {
    const white = shade(values[place])
    values[place] = isInverted ? 1 - white : white
  }
  return { width, height, channels: 1, values }
}

/** Samples without what lies above the stored bits (overlays), with their sign. */
function storedValues({ bitsStored, highBit, isSigned }: Layout, { samples }: DecodedFrame): Int32Array {
  const down = Math.max(0, highBit - bitsStored + 1)
  const up = 32 - bitsStored
  const values = new Int32Array(samples.length)
  for (let place = 0; place < values.length; place++) {
    const aligned = (samples[place] >> down) << up
    values[place] = isSigned ? aligned >> up : aligned >>> up
  }
  return values
}

/** The first window, else the first lookup table of values of interest (PS3.3 C.11.2). */
function window(set: DataSet, isSigned: boolean): ((value: number) => number) | undefined {
  const [middle, width] = [set.floatString('x00281050', 0), set.floatString('x00281051', 0)]
  if (middle === undefined || width === undefined || !Number.isFinite(middle) || !(width > 0)) {
    const item = set.elements.x00283010?.items?.[0]?.dataSet
    const table = item && readLookupTable(item, 'x00283002', 'x00283006', isSigned)
    return table && byTable(table)
  }
  const kind = set.string('x00281056')?.trim()
  if (kind === 'SIGMOID') return (value) => 1 / (1 + Math.exp((-4 * (value - middle)) / width))
  if (kind === 'LINEAR_EXACT') return (value) => clamp((value - middle) / width + 0.5)
  if (width <= 1) return (value) => (value > middle - 0.5 ? 1 : 0)
  return (value) => clamp((value - (middle - 0.5)) / (width - 1) + 0.5)
}

function byTable(table: LookupTable) {
  const top = 2 ** table.bits - 1
  return (value: number) => clamp(lookUp(table, value) / top)
}

function fullRange(values: Float32Array) {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  return (value: number) => (high > low ? (value - low) / (high - low) : 0)
}

function palette(set: DataSet, layout: Layout, frame: DecodedFrame): PixelGrid {
  const { width, height } = layout
  const tables = ['1', '2', '3'].map((end) => readLookupTable(set, `x0028110${end}`, `x0028120${end}`, false))
  if (!tables.every((table) => table !== undefined))
    throw new UnreadableImage('The palette of this image is missing or damaged.')
  const stored = storedValues({ ...layout, isSigned: false }, frame)
  const values = new Float32Array(width * height * 3)
  for (let pixel = 0, place = 0; pixel < width * height; pixel++)
    for (const table of tables) values[place++] = clamp(lookUp(table, stored[pixel]) / (2 ** table.bits - 1))
  return { width, height, channels: 3, values }
}

/** JPEG's codec gives RGB whatever the header says; JPEG 2000's too. */
function colour(
  { width, height, photometric, bitsStored }: Layout,
  frame: DecodedFrame,
  transferSyntax: string,
): PixelGrid {
  const pixels = width * height
  const top = 2 ** bitsStored - 1
  const values = new Float32Array(pixels * 3)
  const isLuma = photometric.startsWith('YBR') && !/\.4\.(5[0-5]|9[01])$/.test(transferSyntax)
  for (let pixel = 0; pixel < pixels; pixel++) {
    const at = (component: number) =>
      frame.samples[frame.isPlanar ? component * pixels + pixel : pixel * 3 + component] / top
    const [first, second, third] = [at(0), at(1), at(2)]
    const [blue, red] = [second - 0.5 - 0.5 / top, third - 0.5 - 0.5 / top] // chroma is centred on 2^(bits-1)
    values[pixel * 3] = isLuma ? clamp(first + 1.402 * red) : first
    values[pixel * 3 + 1] = isLuma ? clamp(first - 0.344136 * blue - 0.714136 * red) : second
    values[pixel * 3 + 2] = isLuma ? clamp(first + 1.772 * blue) : third
  }
  return { width, height, channels: 3, values }
}

function clamp(value: number) {
  return Math.min(1, Math.max(0, value))
}
