import startJpegLs from '@cornerstonejs/codec-charls/decodewasmjs'
import startJpeg from '@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasmjs'
import startJpeg2000 from '@cornerstonejs/codec-openjpeg/decodewasmjs'
import { Decoder } from 'jpeg-lossless-decoder-js'
import { notLoaded, RunStopped } from './run-stopped'
import { UnreadableImage } from './unreadable-image'

/** A compressed frame, decoded: samples as the codec gives them, without the header's say. */
export interface DecodedFrame {
  width: number
  height: number
  components: number
  /** pixel by pixel, or component by component */
  isPlanar: boolean
  samples: Uint8Array | Uint16Array | Int16Array | Int8Array
}

/** A browser's codec asks for its WASM file by address, Node's reads it from beside itself. */
const isBrowser = 'WorkerGlobalScope' in globalThis || 'document' in globalThis

/** A fresh object each time: a codec fills it with itself, and a second one would find its place taken. */
function settings(wasm: () => string) {
  const silent = { print: () => {}, printErr: () => {} }
  return isBrowser ? { ...silent, locateFile: wasm } : silent
}

const codecs = {
  jpeg: once(async () => {
    const wasm = () => new URL('@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasm', import.meta.url).href
    return new (await startJpeg(settings(wasm))).JPEGDecoder()
  }),
  jpegLs: once(async () => {
    const wasm = () => new URL('@cornerstonejs/codec-charls/decodewasm', import.meta.url).href
    return new (await startJpegLs(settings(wasm))).JpegLSDecoder()
  }),
  jpeg2000: once(async () => {
    const wasm = () => new URL('@cornerstonejs/codec-openjpeg/decodewasm', import.meta.url).href
    return new (await startJpeg2000(settings(wasm))).J2KDecoder()
  }),
}

/** Decodes a frame by WASM. Loads the codec at its first frame; after a failure a fresh one, its memory may be damaged. */
export async function decodeFrame(kind: keyof typeof codecs, bytes: Uint8Array): Promise<DecodedFrame> {
  const decoder = await codecs[kind].start().catch(() => {
    codecs[kind].forget()
    throw new RunStopped(notLoaded)
  })
  try {
    decoder.getEncodedBuffer(bytes.length).set(bytes)
    decoder.decode()
    const { width, height, componentCount, bitsPerSample, isSigned } = decoder.getFrameInfo()
    const decoded = decoder.getDecodedBuffer().slice() // a view of the codec's memory, which the next frame overwrites
    const expected = width * height * componentCount * (bitsPerSample > 8 ? 2 : 1)
    if (expected === 0 || decoded.length < expected) throw new UnreadableImage('The image is damaged or cut off.')
    const samples = bitsPerSample > 8 ? asWords(decoded, isSigned) : isSigned ? new Int8Array(decoded.buffer) : decoded
    const isPlanar = componentCount > 1 && kind === 'jpegLs' && decoder.getInterleaveMode?.() === 0
    return { width, height, components: componentCount, isPlanar, samples }
  } catch (error) {
    codecs[kind].forget()
    throw error instanceof UnreadableImage ? error : new UnreadableImage('The image is damaged or cut off.')
  }
}

/** JPEG lossless, 2 to 16 bits; in JavaScript. */
export function decodeLosslessJpeg(bytes: Uint8Array): DecodedFrame {
  try {
    const decoder = new Decoder()
    const copy = bytes.slice()
    const samples = decoder.decode(copy.buffer, 0, copy.length)
    const { dimX: width, dimY: height, numComp: components } = decoder.frame
    if (samples.length < width * height * components) throw new UnreadableImage('The image is cut off.')
    return { width, height, components, isPlanar: false, samples }
  } catch (error) {
    throw error instanceof UnreadableImage ? error : new UnreadableImage('The image is damaged or cut off.')
  }
}

function asWords(bytes: Uint8Array<ArrayBuffer>, isSigned = false) {
  const count = bytes.length >> 1
  return isSigned ? new Int16Array(bytes.buffer, 0, count) : new Uint16Array(bytes.buffer, 0, count)
}

function once<T>(start: () => Promise<T>) {
  let started: Promise<T> | undefined
  return {
    start: () => {
      started ??= start()
      return started
    },
    forget: () => {
      started = undefined
    },
  }
}
