import type { InputSpecification } from '@/lib/wire/input-specification'

/** Paints a tensor as the model gets it: its lowest value black, its highest white, its layout undone. */
export function modelView(
  tensor: Float32Array,
  { width, height, channels, layout }: Pick<InputSpecification, 'width' | 'height' | 'channels' | 'layout'>,
) {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of tensor) {
    if (value < low) low = value
    if (value > high) high = value
  }
  const spread = high - low || 1
  const pixels = width * height
  const rgba = new Uint8ClampedArray(pixels * 4)
  for (let pixel = 0; pixel < pixels; pixel++) {
    for (let colour = 0; colour < 3; colour++) {
      const channel = Math.min(colour, channels - 1)
      const value = tensor[layout === 'NCHW' ? channel * pixels + pixel : pixel * channels + channel]
      rgba[pixel * 4 + colour] = ((value - low) / spread) * 255
    }
    rgba[pixel * 4 + 3] = 255
  }
  return { width, height, rgba, low, high }
}
