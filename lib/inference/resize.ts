import type { PixelGrid } from './pixel-grid'

type Resize = 'stretch' | 'fit' | 'crop'

/**
 * An image in the size that a model wants. Bilinear with the filter widened where the image shrinks (as Pillow's
 * `Image.resize(..., BILINEAR)` and torchvision with `antialias=True` do), in floats, so that it differs from Pillow's
 * by less than one of 255 steps. `stretch` brings both sides to size; `fit` the longer one, the rest black and the image
 * in the middle; `crop` the shorter one, and keeps the middle.
 */
export function resize(image: PixelGrid, width: number, height: number, kind: Resize): PixelGrid {
  if (image.width === width && image.height === height) return image
  if (kind === 'stretch') return scale(image, width, height, 0, 0, image.width, image.height)
  const ratios = [width / image.width, height / image.height]
  if (kind === 'crop') {
    const ratio = Math.max(...ratios)
    const [wide, high] = [width / ratio, height / ratio]
    return scale(image, width, height, (image.width - wide) / 2, (image.height - high) / 2, wide, high)
  }
  const ratio = Math.min(...ratios)
  const inner = [Math.max(1, Math.round(image.width * ratio)), Math.max(1, Math.round(image.height * ratio))]
  const fitted = scale(image, Math.min(width, inner[0]), Math.min(height, inner[1]), 0, 0, image.width, image.height)
  return place(fitted, width, height)
}

/** The rectangle of `image` that begins at (left, top), `wide` by `high` pixels, in the given size. */
function scale(
  image: PixelGrid,
  width: number,
  height: number,
  left: number,
  top: number,
  wide: number,
  high: number,
): PixelGrid {
  const { channels } = image
  const columns = taps(width, left, wide, image.width)
  const rows = taps(height, top, high, image.height)
  const between = new Float32Array(width * image.height * channels)
  for (let y = 0, to = 0; y < image.height; y++)
    for (let x = 0; x < width; x++)
      for (let channel = 0; channel < channels; channel++) {
        let sum = 0
        let from = (y * image.width + columns.first[x]) * channels + channel
        for (let tap = columns.start[x]; tap < columns.start[x + 1]; tap++, from += channels)
          sum += columns.weight[tap] * image.values[from]
        between[to++] = sum
      }
  const values = new Float32Array(width * height * channels)
  const stride = width * channels
  for (let y = 0; y < height; y++)
    for (let tap = rows.start[y], row = rows.first[y]; tap < rows.start[y + 1]; tap++, row++) {
      const weight = rows.weight[tap]
      for (let x = 0, to = y * stride, from = row * stride; x < stride; x++) values[to++] += weight * between[from++]
    }
  return { width, height, channels, values }
}

/** For each place of a side, which source pixels count and how much: a triangle as wide as the scale, at least one. */
function taps(count: number, begin: number, extent: number, limit: number) {
  const step = extent / count
  const reach = Math.max(step, 1)
  const first = new Int32Array(count)
  const start = new Int32Array(count + 1)
  const weight: number[] = []
  for (let place = 0; place < count; place++) {
    const middle = begin + (place + 0.5) * step
    const from = Math.max(0, Math.trunc(middle - reach + 0.5))
    const to = Math.min(limit, Math.trunc(middle + reach + 0.5))
    const own = Array.from({ length: to - from }, (_, at) =>
      Math.max(0, 1 - Math.abs((from + at + 0.5 - middle) / reach)),
    )
    const sum = own.reduce((all, one) => all + one, 0)
    first[place] = from
    for (const one of own) weight.push(one / sum)
    start[place + 1] = weight.length
  }
  return { first, start, weight: Float64Array.from(weight) }
}

function place(image: PixelGrid, width: number, height: number): PixelGrid {
  const { channels } = image
  const values = new Float32Array(width * height * channels)
  const [left, top] = [(width - image.width) >> 1, (height - image.height) >> 1]
  const stride = image.width * channels
  for (let y = 0; y < image.height; y++)
    values.set(image.values.subarray(y * stride, (y + 1) * stride), ((top + y) * width + left) * channels)
  return { width, height, channels, values }
}
