import type { EvaluationCurves, ScoreCounts } from '@/lib/wire/curves'

/** Height of a ridge in px, and of a ridge below its group's name and numbers; the style sheet has the same. */
export const ridgeHeight = 38
export const stackedHeight = 72

/** From scores to places between 0 and 100 on the axis of the ridges, and back. */
export interface ScoreAxis {
  low: number
  high: number
  isLog: boolean
}

type Curves = Pick<EvaluationCurves, 'axis' | 'edges' | 'bins' | 'overall'>

/** The axis of the scores; its far left, where fewer than one in 250 rows lie, is cut off. */
export function scoreAxis({ axis, edges, bins, overall }: Curves): ScoreAxis {
  const rows = overall.positives.map((count, edge) => count + overall.negatives[edge])
  const total = rows.reduce((sum, count) => sum + count, 0)
  let [below, low] = [0, edges[0] ?? 0]
  for (const [bin, edge] of bins.entries()) {
    if (axis === 'linear') break
    for (let at = edge; at < (bins[bin + 1] ?? edges.length); at++) below += rows[at]
    if (below > total / 250) break
    low = edges[bins[bin + 1] ?? edge]
  }
  const high = edges[edges.length - 1] ?? 1
  return { low, high: high > low ? high : low + 1, isLog: axis === 'log' && low > 0 }
}

/** Where a score stands on the axis, in percent; below 0 or above 100 outside of it. */
export function scorePlace({ low, high, isLog }: ScoreAxis, score: number): number {
  if (!isLog) return ((score - low) / (high - low)) * 100
  return score <= 0 ? -1 : (Math.log(score / low) / Math.log(high / low)) * 100
}

/** The score at a place in percent. */
export function scoreAt({ low, high, isLog }: ScoreAxis, place: number): number {
  return isLog ? low * (high / low) ** (place / 100) : low + ((high - low) * place) / 100
}

/** Round scores on the axis: powers of ten, or about five steps. */
export function scoreTicks(axis: ScoreAxis): number[] {
  const { low, high, isLog } = axis
  if (isLog) {
    const [first, last] = [Math.ceil(Math.log10(low) - 1e-9), Math.floor(Math.log10(high) + 0.05)]
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => Number((10 ** (first + at)).toPrecision(1)))
  }
  const step = 10 ** Math.floor(Math.log10((high - low) / 2))
  const wide = [1, 2, 5, 10].map((by) => by * step).find((by) => (high - low) / by <= 6) ?? step
  const first = Math.ceil(low / wide - 0.05)
  const count = Math.floor(high / wide + 0.05) - first + 1
  return Array.from({ length: Math.max(0, count) }, (_, at) => Number(((first + at) * wide).toPrecision(6)))
}

/** The outlines of the scores of some groups below each other, the diseased above each line and the others below it. */
export interface RidgeShape {
  above: string
  below: string
}

/** A bar of the outline takes at least so much of the axis, in percent: finer ones fall apart in small groups. */
const leastWidth = 1.5

/**
 * @param groups one a ridge, each drawn to its own total; the peak of all images together, without the twentieth of the
 *   bars where scores pile up most, sets the height for every one, so that neither the ends nor a small group's spike
 *   flatten the rest: what is higher is cut at the edge of its row
 * @param isDisease whether label 1 means disease
 * @param pitch from one ridge to the next; each lies at the foot of its own
 */
export function ridgeShape(
  curves: Curves,
  axis: ScoreAxis,
  groups: readonly ScoreCounts[],
  isDisease: boolean,
  pitch = ridgeHeight,
): RidgeShape {
  const { edges, overall } = curves
  const bins = wideBins(curves, axis)
  const ends = [...bins.slice(1), edges.length]
  const places = [...bins, edges.length].map((edge) => placeOf(curves, axis, edge))
  const sharesOf = (counts: readonly number[]) => {
    const sums = bins.map((from, bin) => sum(counts.slice(from, ends[bin])))
    const total = Math.max(1, sum(sums))
    return sums.map((count) => count / total)
  }
  const room = ridgeHeight / 2 - 1
  const outline = (isPositive: boolean, sign: number) => {
    const half = ({ positives, negatives }: ScoreCounts) => sharesOf(isPositive ? positives : negatives)
    const tallest = Math.max(1e-9, half(overall).sort((a, b) => b - a)[Math.floor(bins.length / 20)])
    return groups.map((group, at) => {
      const heights = half(group).map((share) => sign * room * Math.min(1, share / tallest))
      return steps(heights, places, (at + 1) * pitch - ridgeHeight / 2)
    })
  }
  return { above: outline(isDisease, -1).join(''), below: outline(!isDisease, 1).join('') }
}

/** Where the bins of the answer begin, less those that are narrower than a bar of the outline. */
function wideBins(curves: Curves, axis: ScoreAxis): number[] {
  const kept: number[] = []
  for (const edge of curves.bins) {
    const width = placeOf(curves, axis, edge) - placeOf(curves, axis, kept[kept.length - 1] ?? edge)
    if (width === 0 || width >= leastWidth - 1e-9) kept.push(edge) // without a width: left of the axis, not drawn
  }
  return kept
}

function placeOf({ edges }: Curves, axis: ScoreAxis, edge: number): number {
  return Math.max(0, Math.min(100, scorePlace(axis, edges[Math.min(edge, edges.length - 1)])))
}

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)

function steps(heights: readonly number[], places: readonly number[], base: number): string {
  const path = heights.map((height, bin) => `V${(base + height).toFixed(2)}H${places[bin + 1].toFixed(2)}`)
  return `M${places[0].toFixed(2)} ${base}${path.join('')}V${base}z`
}
