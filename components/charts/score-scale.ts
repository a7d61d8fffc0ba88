/** From probabilities to places between 0 and 1, the same for both axes of a calibration plot. */
export interface ProbabilityScale {
  place: (probability: number) => number
  ticks: { at: number; text: string }[]
}

const within = (place: number) => Math.min(1, Math.max(0, place))

/** Quarters from 0 to 100 %, or powers of ten from the smallest mean that is shown. */
export function probabilityScale(isLog: boolean, smallest: number): ProbabilityScale {
  if (!isLog) {
    return { place: within, ticks: [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, text: String(at * 100) })) }
  }
  const least = 10 ** Math.max(-6, Math.floor(Math.log10(Math.max(smallest, 1e-6))))
  const place = (probability: number) => within(1 - Math.log(Math.max(probability, least)) / Math.log(least))
  const powers = Array.from({ length: Math.round(-Math.log10(least)) + 1 }, (_, at) => least * 10 ** at)
  const every = powers.length > 5 ? 2 : 1
  const ticks = powers
    .filter((_, at) => (powers.length - 1 - at) % every === 0)
    .map((power) => ({ at: place(power), text: String(Number((power * 100).toPrecision(1))) }))
  return { place, ticks }
}

/** How many scores fall into each of `bins` bins that are equally wide on the scale. */
export function scoreHistogram(
  edges: readonly number[],
  counts: readonly number[],
  place: (probability: number) => number,
  bins: number,
): number[] {
  const heights = new Array<number>(bins).fill(0)
  edges.forEach((edge, at) => {
    heights[Math.min(bins - 1, Math.floor(place(edge) * bins))] += counts[at]
  })
  return heights
}
