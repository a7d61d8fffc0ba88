import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as fc from 'fast-check'
import { encode } from 'fast-png'
import { describe, expect, test } from 'vitest'
import { checkWhole } from './decode-bitmap'
import { decodeImage } from './decode-image'
import { UnreadableImage } from './unreadable-image'

const folder = resolve(import.meta.dirname, '../../../shared/data/dicom-samples')
const isHere = existsSync(folder)
const samples = isHere ? readdirSync(folder).filter((name) => name.endsWith('.dcm')) : []
const png = encode({
  width: 9,
  height: 7,
  depth: 16,
  channels: 3,
  data: Uint16Array.from({ length: 189 }, (_, at) => at * 300),
})

/** Reading either gives pixels of the size that is claimed, or an UnreadableImage; it never breaks otherwise. */
async function expectReadOrRefused(bytes: Uint8Array<ArrayBuffer>) {
  try {
    const { pixels } = await decodeImage(bytes)
    expect(pixels.values).toHaveLength(pixels.width * pixels.height * pixels.channels)
    expect(pixels.values.every(Number.isFinite)).toBe(true)
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableImage)
  }
}

describe('files that are cut off', () => {
  test('a PNG is refused wherever it is cut', async () => {
    for (let length = 0; length < png.length - 12; length++)
      await expect(decodeImage(new Uint8Array(png.slice(0, length)))).rejects.toBeInstanceOf(UnreadableImage)
  })
  test.skipIf(!isHere).each(samples)('%s is refused where half of it is missing', async (name) => {
    const bytes = new Uint8Array(readFileSync(join(folder, name)))
    await expect(decodeImage(bytes.slice(0, bytes.length >> 1))).rejects.toBeInstanceOf(UnreadableImage)
  })
  test.skipIf(!isHere).each(samples)('%s is read or refused, wherever it is cut or changed', async (name) => {
    const whole = new Uint8Array(readFileSync(join(folder, name)))
    const place = fc.integer({ min: 0, max: whole.length - 1 })
    const property = fc.asyncProperty(place, place, fc.integer({ min: 1, max: 255 }), async (cut, at, change) => {
      await expectReadOrRefused(whole.slice(0, cut))
      const changed = whole.slice()
      changed[at % Math.min(whole.length, 3000)] ^= change // mostly in the header
      await expectReadOrRefused(changed)
    })
    await fc.assert(property, { numRuns: 12, seed: 6 })
  })
  test('a JPEG without its end, and a WebP shorter than it says', () => {
    const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4, 5, 0xff, 0xd9])
    expect(() => checkWhole(jpeg, 'jpeg')).not.toThrow()
    expect(() => checkWhole(jpeg.slice(0, -1), 'jpeg')).toThrow(/cut off/)
    const webp = Uint8Array.from(
      [...'RIFF'].map((letter) => letter.charCodeAt(0)).concat([8, 0, 0, 0], Array(8).fill(0)),
    )
    expect(() => checkWhole(webp, 'webp')).not.toThrow()
    expect(() => checkWhole(webp.slice(0, -1), 'webp')).toThrow(/cut off/)
  })
})

describe('files that are something else', () => {
  test.each(['', 'id,label\n1,0\n', 'GIF89a', '%PDF-1.7 and so on', '\0'.repeat(200)])('%j', async (text) => {
    await expect(decodeImage(new TextEncoder().encode(text))).rejects.toBeInstanceOf(UnreadableImage)
  })
  test('any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), (bytes) => expectReadOrRefused(new Uint8Array(bytes))),
    )
  })
  test('a PNG that claims more pixels than memory holds', async () => {
    const bomb = new Uint8Array(png)
    new DataView(bomb.buffer).setUint32(16, 2 ** 30)
    await expect(decodeImage(bomb)).rejects.toThrow(/100 million/)
  })
})

describe('PNG', () => {
  test.each([
    [8, 1],
    [8, 2],
    [8, 3],
    [8, 4],
    [16, 1],
    [16, 3],
  ] as const)('of %i bits and %i channels keeps every bit', async (depth, channels) => {
    const top = 2 ** depth - 1
    const data = Array.from({ length: 6 * channels }, (_, at) => (at * 9973) % (top + 1))
    const typed = depth === 8 ? Uint8Array.from(data) : Uint16Array.from(data)
    const bytes = new Uint8Array(encode({ width: 3, height: 2, depth, channels, data: typed }))
    const { pixels } = await decodeImage(bytes)
    expect(pixels.channels).toBe(channels < 3 ? 1 : 3)
    const colours = data.filter((_, at) => at % channels < pixels.channels)
    for (const [place, value] of colours.entries()) expect(pixels.values[place] * top).toBeCloseTo(value, 2)
  })
})
