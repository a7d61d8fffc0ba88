/** A decoded image: full bit depth, what the window makes black is 0, what it makes white is 1. */
export interface PixelGrid {
  width: number
  height: number
  /** 1 grey, 3 red, green and blue interleaved */
  channels: 1 | 3
  /** `width * height * channels` values from 0 to 1, row by row from the top left */
  values: Float32Array<ArrayBuffer>
}

/** Sides and pixels that a browser can hold in memory next to a model. */
export const largestPixels = 100_000_000
