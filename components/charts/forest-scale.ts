import type { ForestCell, ForestPlot } from './forest-row'

/** From values to places between 0 and 100, percent of the width of a plot. */
export interface ForestScale {
  low: number
  high: number
  ticks: number[]
}

const steps = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 1, 2, 5]

/** Where a value stands, in percent of the width; below 0 or above 100 when it is outside. */
export const placeOn = ({ low, high }: ForestScale, value: number): number => ((value - low) / (high - low)) * 100

/** The smallest scale with 2 to 4 ticks at round values that holds `low` to `high`. */
export function roundScale(low: number, high: number, [least, most]: [number, number]): ForestScale {
  for (const step of steps) {
    const from = Math.max(least, Math.floor(low / step + 1e-9) * step)
    const to = Math.min(most, Math.ceil(high / step - 1e-9) * step)
    const count = Math.round((to - from) / step)
    if (count > 3) continue // a fifth has no room beside two other plots
    const ticks = Array.from({ length: Math.max(count, 1) + 1 }, (_, at) => Number((from + at * step).toFixed(6)))
    return { low: ticks[0], high: ticks[ticks.length - 1], ticks }
  }
  return { low, high, ticks: [low, high] }
}

const all = ({ overall, families }: ForestPlot) => [overall, ...families.flatMap(({ rows }) => rows)]

/** Scale of the values of some columns, which are of one kind: every point, and intervals that are not much wider. */
function valueScale(plot: ForestPlot, columns: readonly number[], limits: [number, number]): ForestScale {
  const cells = all(plot).flatMap(({ cells }) => columns.map((column) => cells[column]))
  const points = cells.flatMap(({ measure, comparator }) => [measure?.value, measure && comparator])
  return scaleOf(
    points,
    cells.map(({ measure }) => measure),
    limits,
  )
}

/** Scale of the differences of some columns; 0 and the margin are always on it. */
function differenceScale(plot: ForestPlot, columns: readonly number[], margin: number): ForestScale {
  const cells = all(plot).flatMap(({ cells }) => columns.map((column) => cells[column]))
  const points = [-margin, margin, ...cells.map(({ difference }) => difference?.value)]
  return scaleOf(
    points,
    cells.map(({ difference }) => difference),
    [-1, 1],
  )
}

/** One a metric; metrics of one kind share a scale, so that they can be compared by eye. */
export function forestScales(plot: ForestPlot, isDifference: boolean, margin: number): ForestScale[] {
  return plot.metrics.map(({ scale }) => {
    const alike = plot.metrics.flatMap((metric, at) => (metric.scale === scale ? [at] : []))
    if (isDifference) return differenceScale(plot, alike, margin)
    return valueScale(plot, alike, scale === 'share' ? [-1, 1] : [-10, 10])
  })
}

function scaleOf(
  points: readonly (number | undefined)[],
  intervals: readonly (ForestCell['difference'] | undefined)[],
  limits: [number, number],
): ForestScale {
  const values = points.filter((value) => value !== undefined)
  if (values.length === 0) return roundScale(Math.max(0, limits[0]), Math.min(1, limits[1]), limits)
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const reach = Math.max(most - least, 0.06) * 0.75 // how far beyond the points an interval may stretch the scale
  const ends = intervals.flatMap((interval) => (interval ? [interval.low, interval.high] : []))
  const low = Math.max(least - reach, Math.min(least, ...ends))
  const high = Math.min(most + reach, Math.max(most, ...ends))
  return roundScale(low, high, limits)
}
