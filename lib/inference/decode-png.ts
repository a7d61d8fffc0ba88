import { convertIndexedToRgb, decode } from 'fast-png'
import { inflatePng, plainPng } from './inflate-png'
import { largestPixels, type PixelGrid } from './pixel-grid'
import { decodedOr, UnreadableImage } from './unreadable-image'

/** A PNG of 1 to 16 bits, grey, colour or palette. Opacity is left out: the colours are taken as they are stored. */
export async function decodePng(bytes: Uint8Array<ArrayBuffer>): Promise<PixelGrid> {
  checkSides(bytes)
  const plain = plainPng(bytes)
  if (!plain) return decodedOr('This PNG is damaged or cut off.', () => decodeRarePng(bytes))
  const samples = await inflatePng(plain).catch(() => undefined)
  if (!samples) throw new UnreadableImage('This PNG is damaged or cut off.')
  const isWide = plain.depth === 16
  return colours(plain.width, plain.height, plain.samples, isWide ? wordsOf(samples) : samples, isWide ? 65535 : 255)
}

function decodeRarePng(bytes: Uint8Array): PixelGrid {
  const png = decode(bytes, { checkCrc: true })
  if (png.palette) return palettePixels(png.width, png.height, convertIndexedToRgb(png), png.palette[0].length)
  const { width, height, depth, channels } = png
  const samples = depth < 8 ? unpack(png.data, width, height, depth) : png.data
  if (samples.length < width * height * channels) throw new UnreadableImage('This PNG is cut off.')
  return colours(width, height, channels, samples, 2 ** depth - 1)
}

function colours(width: number, height: number, samples: number, data: ArrayLike<number>, top: number): PixelGrid {
  const channels = samples < 3 ? 1 : 3
  const values = new Float32Array(width * height * channels)
  if (samples === channels) for (let place = 0; place < values.length; place++) values[place] = data[place] / top
  else
    for (let place = 0, from = 0; place < values.length; from += samples)
      for (let channel = 0; channel < channels; channel++) values[place++] = data[from + channel] / top
  return { width, height, channels, values }
}

/** PNG writes the higher byte first. */
function wordsOf(bytes: Uint8Array): Uint16Array {
  const words = new Uint16Array(bytes.length >> 1)
  for (let place = 0; place < words.length; place++) words[place] = (bytes[2 * place] << 8) | bytes[2 * place + 1]
  return words
}

/** The decoder takes memory for whatever the header claims. */
function checkSides(bytes: Uint8Array) {
  if (bytes.length < 33) throw new UnreadableImage('This PNG is cut off.')
  const header = new DataView(bytes.buffer, bytes.byteOffset)
  const [width, height] = [header.getUint32(16), header.getUint32(20)]
  if (width === 0 || height === 0) throw new UnreadableImage('This PNG has no pixels.')
  if (width * height > largestPixels) throw new UnreadableImage('This PNG has more than 100 million pixels.')
}

function palettePixels(width: number, height: number, colours: ArrayLike<number>, channels: number): PixelGrid {
  const values = new Float32Array(width * height * 3)
  for (let pixel = 0, place = 0; pixel < width * height; pixel++)
    for (let channel = 0; channel < 3; channel++) values[place++] = colours[pixel * channels + channel] / 255
  return { width, height, channels: 3, values }
}

/** Samples of 1, 2 or 4 bits; each row begins at a byte. */
function unpack(packed: ArrayLike<number>, width: number, height: number, depth: number) {
  const rowBytes = Math.ceil((width * depth) / 8)
  const samples = new Uint8Array(width * height)
  if (packed.length < rowBytes * height) throw new UnreadableImage('This PNG is cut off.')
  const mask = 2 ** depth - 1
  for (let y = 0, place = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const bit = x * depth
      samples[place++] = (packed[y * rowBytes + (bit >> 3)] >> (8 - depth - (bit & 7))) & mask
    }
  return samples
}
