// The codecs carry no types of their own. Only what is used here.

interface FrameInfo {
  width: number
  height: number
  bitsPerSample: number
  componentCount: number
  isSigned?: boolean
}

interface FrameDecoder {
  getEncodedBuffer(bytes: number): Uint8Array
  decode(): void
  getFrameInfo(): FrameInfo
  getDecodedBuffer(): Uint8Array
  /** JPEG-LS only: 0 component by component, else pixel by pixel */
  getInterleaveMode?(): number
  delete(): void
}

interface CodecSettings {
  locateFile?: (file: string) => string
  print?: (line: string) => void
  printErr?: (line: string) => void
}

declare module '@cornerstonejs/codec-charls/decodewasmjs' {
  const start: (settings: CodecSettings) => Promise<{ JpegLSDecoder: new () => FrameDecoder }>
  // biome-ignore lint/style/noDefaultExport: the codec has no other
  export default start
}

declare module '@cornerstonejs/codec-openjpeg/decodewasmjs' {
  const start: (settings: CodecSettings) => Promise<{ J2KDecoder: new () => FrameDecoder }>
  // biome-ignore lint/style/noDefaultExport: the codec has no other
  export default start
}

declare module '@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasmjs' {
  const start: (settings: CodecSettings) => Promise<{ JPEGDecoder: new () => FrameDecoder }>
  // biome-ignore lint/style/noDefaultExport: the codec has no other
  export default start
}

declare module 'jpeg-lossless-decoder-js' {
  export class Decoder {
    decode(buffer: ArrayBuffer, offset: number, bytes: number, bytesPerSample?: number): Uint8Array | Uint16Array
    frame: { dimX: number; dimY: number; numComp: number; precision: number }
  }
}
