import { type RandomStream, randomStream } from '@/lib/metrics/random'
import type { Phantom } from './phantom-set'

/** Width and height of a picture, in pixels. */
export const phantomSize = 96

/** A soft ellipse: 1 inside, 0 outside, over an edge as wide as `blur` of its radius. */
interface Ellipse {
  x: number
  y: number
  width: number
  height: number
  blur: number
}

/** Where things lie in one chest, in units of the picture's side, from the upper left corner. */
interface Anatomy {
  centre: number
  torso: number
  lungs: [Ellipse, Ellipse]
  heart: Ellipse
  domes: [number, number]
  firstRib: number
  ribGap: number
  breasts: Ellipse[]
  /** a vessel seen from its end: what looks like a small opacity and is none */
  vessel: Ellipse | undefined
  opacity: Ellipse | undefined
}

/**
 * Draws a phantom: 8 bits of grey a pixel, row by row, bright where X-rays are stopped. Nothing of it was ever measured
 * in a person. The same phantom gives the same bytes.
 */
export function drawPhantom(phantom: Phantom): Uint8Array<ArrayBuffer> {
  const random = randomStream(phantom.seed, 'phantom', phantom.number)
  const anatomy = drawnAnatomy(phantom, random)
  const isLying = phantom.view === 'AP'
  const [contrast, noise] = isLying ? [0.85, 0.045] : [1, 0.034]
  const shade = 0.06 * random.normal()
  const pixels = new Uint8Array(phantomSize * phantomSize)
  for (let at = 0; at < pixels.length; at++) {
    const x = ((at % phantomSize) + 0.5) / phantomSize
    const y = (Math.floor(at / phantomSize) + 0.5) / phantomSize
    const grey = 0.5 + contrast * (density(anatomy, phantom, x, y) - 0.5) + shade * (x - 0.5) + noise * random.normal()
    pixels[at] = Math.round(255 * Math.min(1, Math.max(0, grey)))
  }
  return pixels
}

function drawnAnatomy({ view, sex, age, hasOpacity }: Phantom, random: RandomStream): Anatomy {
  const around = (middle: number, spread: number) => middle + spread * Math.max(-2, Math.min(2, random.normal()))
  const isLying = view === 'AP'
  const [centre, torso] = [around(0.5, isLying ? 0.02 : 0.01), around(sex === 'M' ? 0.44 : 0.41, 0.012)]
  const [top, bottom] = [around(0.17, 0.012), around(isLying ? 0.7 : 0.78, 0.02)]
  const lung = (side: -1 | 1): Ellipse => ({
    x: centre + side * around(0.2, 0.008),
    y: (top + bottom) / 2,
    width: around(0.145, 0.006),
    height: (bottom - top) / 2 + 0.03,
    blur: 0.12,
  })
  const lungs: [Ellipse, Ellipse] = [lung(-1), lung(1)]
  const size = around((isLying ? 0.165 : 0.135) + 0.0004 * (age - 55), 0.01)
  const heart = { x: centre + 0.055, y: bottom - 0.14, width: size, height: around(0.15, 0.008), blur: 0.14 }
  const breasts =
    sex === 'F'
      ? [-1, 1].map((side) => ({
          ...{ x: centre + side * around(0.23, 0.01), y: around(0.66, 0.015) },
          ...{ width: around(0.16, 0.01), height: around(0.15, 0.01), blur: 0.25 },
        }))
      : []
  const domes: [number, number] = [bottom - around(0.03, 0.006), bottom - around(0.01, 0.006)]
  const [firstRib, ribGap] = [around(0.15, 0.01), around(0.082, 0.003)]
  const opacity = hasOpacity ? opacityIn(lungs[random.below(2)], random) : undefined
  const vessel = random.uniform() < 0.4 ? opacityIn(lungs[random.below(2)], random) : undefined
  return { centre, torso, lungs, heart, domes, firstRib, ribGap, breasts, vessel, opacity }
}

function opacityIn(lung: Ellipse, random: RandomStream): Ellipse {
  const within = (least: number, most: number) => least + (most - least) * random.uniform()
  return {
    x: lung.x + within(-0.45, 0.45) * lung.width,
    y: lung.y + within(-0.55, 0.55) * lung.height,
    ...{ width: within(0.045, 0.08), height: within(0.045, 0.08), blur: 0.55 },
  }
}

/** How much stops the rays on their way to one point of the picture, 0 to 1. */
function density(anatomy: Anatomy, { strength, age }: Phantom, x: number, y: number): number {
  const { centre, torso, lungs, heart, domes, breasts, vessel, opacity } = anatomy
  const shoulder = 0.035 + 0.9 * Math.max(0, 0.12 - y) // the neck is narrower than the chest
  const inside = soft((torso - shoulder - Math.abs(x - centre)) / 0.012)
  if (inside < 0.01) return 0.03
  const side = x < centre ? 0 : 1
  const aboveDome = soft((domes[side] - 0.5 * (x - lungs[side].x) ** 2 - y) / 0.012)
  const lung = fill(lungs[side], x, y) * aboveDome * (1 - fill(heart, x, y))
  const spine = soft((0.035 - Math.abs(x - centre)) / 0.012)
  let grey = 0.66 - 0.44 * lung + 0.1 * spine + 0.1 * fill(heart, x, y)
  grey += (0.075 - 0.0005 * (age - 55)) * bones(anatomy, x, y) * (0.4 + 0.6 * lung)
  for (const breast of breasts) grey += 0.11 * fill(breast, x, y) * (y > breast.y ? 1 : 0.6)
  grey += 0.05 * vessels(lungs[side], x, y) * lung
  if (vessel) grey += 0.05 * fill(vessel, x, y)
  if (opacity) grey += 0.2 * strength * fill(opacity, x, y)
  return 0.03 + inside * (Math.min(0.97, grey) - 0.03)
}

/** Ribs, which fall from the spine outwards, and two collar bones. */
function bones({ centre, firstRib, ribGap }: Anatomy, x: number, y: number): number {
  const outwards = Math.abs(x - centre)
  const fallen = y - firstRib - 0.9 * outwards * outwards - 0.12 * outwards
  const place = fallen / ribGap
  const rib = place > -0.5 && place < 8.5 ? soft((0.2 - Math.abs(place - Math.round(place))) / 0.06) : 0
  const collar = soft((0.011 - Math.abs(y - 0.16 + 0.22 * (outwards - 0.12))) / 0.004)
  return Math.max(rib, outwards > 0.05 && outwards < 0.36 ? collar : 0)
}

/** Vessels: brighter towards the root of the lung. */
function vessels(lung: Ellipse, x: number, y: number): number {
  const [across, down] = [(x - lung.x) / lung.width, (y - lung.y) / lung.height]
  return Math.exp(-1.5 * (across * across + down * down)) * (0.5 + 0.5 * Math.sin(34 * across + 5 * Math.sin(9 * down)))
}

function fill({ x, y, width, height, blur }: Ellipse, atX: number, atY: number): number {
  const [across, down] = [(atX - x) / width, (atY - y) / height]
  return soft((1 - Math.sqrt(across * across + down * down)) / blur)
}

/** 0 far below 0, 1 far above. */
const soft = (value: number) => 1 / (1 + Math.exp(-4 * value))
