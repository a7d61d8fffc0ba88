import type { InputSpecification, Normalisation } from '@/lib/wire/input-specification'
import type { PixelGrid } from './pixel-grid'
import { resize } from './resize'

type Wanted = Pick<InputSpecification, 'layout' | 'width' | 'height' | 'channels' | 'resize' | 'normalisation'>

/**
 * What a model sees of an image: resized, in as many channels as it wants, normalised and laid out, without the batch's
 * dimension. Grey becomes three equal channels; colour becomes grey by its luma (Rec. 601: .299, .587, .114).
 * @returns `channels * width * height` values, channel by channel (NCHW) or pixel by pixel (NHWC)
 */
export function preprocess(image: PixelGrid, wanted: Wanted): Float32Array<ArrayBuffer> {
  const grey = wanted.channels === 1 && image.channels === 3 ? luma(image) : image
  const sized = resize(grey, wanted.width, wanted.height, wanted.resize)
  const factors = normalise(sized, wanted.normalisation)
  const pixels = wanted.width * wanted.height
  const tensor = new Float32Array(pixels * wanted.channels)
  const { values, channels } = sized
  const [perPixel, perChannel] = wanted.layout === 'NHWC' ? [wanted.channels, 1] : [1, pixels]
  if (channels === 1 && factors.length === 1) {
    const [{ factor, offset }] = factors // grey: each value once, in every channel
    for (let pixel = 0, to = 0; pixel < pixels; pixel++, to += perPixel) {
      const value = values[pixel] * factor + offset
      tensor[to] = value
      for (let channel = 1; channel < wanted.channels; channel++) tensor[to + channel * perChannel] = value
    }
    return tensor
  }
  for (let channel = 0; channel < wanted.channels; channel++) {
    const { factor, offset } = factors[Math.min(channel, factors.length - 1)]
    let from = channels === 1 ? 0 : channel
    for (let pixel = 0, to = channel * perChannel; pixel < pixels; pixel++, to += perPixel, from += channels)
      tensor[to] = values[from] * factor + offset
  }
  return tensor
}

/** Every kind is linear: `value * factor + offset`, one pair for all channels or one a channel. */
function normalise(image: PixelGrid, kind: Normalisation): { factor: number; offset: number }[] {
  if (kind.kind === 'unit') return [{ factor: 1, offset: 0 }]
  if (kind.kind === 'raw') return [{ factor: 255, offset: 0 }]
  if (kind.kind === 'xray') return [{ factor: 2048, offset: -1024 }] // torchxrayvision: (2 * v / max - 1) * 1024
  if (kind.kind !== 'mean-std') return [perImage(image.values)]
  const { mean, std } = kind
  const of = (numbers: number[], channel: number) => numbers[Math.min(channel, numbers.length - 1)]
  return Array.from({ length: Math.max(mean.length, std.length) }, (_, channel) => ({
    factor: 1 / of(std, channel),
    offset: -of(mean, channel) / of(std, channel),
  }))
}

/** To mean 0 and standard deviation 1 of this image, all channels together; an image of one value becomes all 0. */
function perImage(values: Float32Array) {
  let [sum, squares] = [0, 0]
  for (const value of values) sum += value
  const mean = sum / values.length
  for (const value of values) squares += (value - mean) ** 2
  const std = Math.sqrt(squares / values.length)
  const factor = std > 1e-7 ? 1 / std : 0
  return { factor, offset: -mean * factor }
}

function luma({ width, height, values }: PixelGrid): PixelGrid {
  const grey = new Float32Array(width * height)
  for (let pixel = 0, from = 0; pixel < grey.length; pixel++, from += 3)
    grey[pixel] = 0.299 * values[from] + 0.587 * values[from + 1] + 0.114 * values[from + 2]
  return { width, height, channels: 1, values: grey }
}
