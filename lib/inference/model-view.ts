import type { InputSpecification } from '@/lib/wire/input-specification'

/** Paints a tensor as the model gets it: its lowest value black, its highest white, its layout undone. */
export function modelView(
  tensor: Float32Array,
  { width, height, channels, layout }: Pick<InputSpecification, 'width' | 'height' | 'channels' | 'layout'>,
) {
  const pixels = width * height
  const ranges = Array.from({ length: channels }, () => ({
    low: Number.POSITIVE_INFINITY,
    high: Number.NEGATIVE_INFINITY,
  }))
  for (const [place, value] of tensor.entries()) {
    const range = ranges[layout === 'NCHW' ? Math.floor(place / pixels) : place % channels]
    if (value < range.low) range.low = value
    if (value > range.high) range.high = value
  }
  const low = Math.min(...ranges.map((range) => range.low))
  const spread = Math.max(...ranges.map((range) => range.high)) - low || 1
  const rgba = new Uint8ClampedArray(pixels * 4)
  for (let pixel = 0; pixel < pixels; pixel++) {
    for (let colour = 0; colour < 3; colour++) {
      const channel = Math.min(colour, channels - 1)
      const value = tensor[layout === 'NCHW' ? channel * pixels + pixel : pixel * channels + channel]
      rgba[pixel * 4 + colour] = ((value - low) / spread) * 255
    }
    rgba[pixel * 4 + 3] = 255
  }
  return { width, height, rgba, ranges }
}
