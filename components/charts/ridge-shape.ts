import type { EvaluationCurves, ScoreCounts } from '@/lib/wire/curves'

/** Height of a ridge in px; the style sheet has the same. */
export const ridgeHeight = 38

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

/**
 * @param groups one a ridge, each drawn to its own total; all share one scale of height
 * @param isDisease whether label 1 means disease
 */
export function ridgeShape(
  curves: Curves,
  axis: ScoreAxis,
  groups: readonly ScoreCounts[],
  isDisease: boolean,
): RidgeShape {
  const { edges, bins } = curves
  const ends = [...bins.slice(1), edges.length]
  const places = [...bins, edges.length].map((edge) =>
    Math.max(0, Math.min(100, scorePlace(axis, edges[Math.min(edge, edges.length - 1)]))),
  )
  const sharesOf = (counts: readonly number[]) => {
    const total = Math.max(
      1,
      counts.reduce((sum, count) => sum + count, 0),
    )
    return bins.map((from, bin) => counts.slice(from, ends[bin]).reduce((sum, count) => sum + count, 0) / total)
  }
  const [up, down] = [isDisease, !isDisease].map((isPositive) =>
    groups.map(({ positives, negatives }) => sharesOf(isPositive ? positives : negatives)),
  )
  const tallest = (shares: number[][]) => Math.max(1e-9, ...shares.flat())
  const room = ridgeHeight / 2 - 3
  const outline = (shares: number[][], sign: number) =>
    shares.map((ridge, at) => steps(ridge, places, at * ridgeHeight + ridgeHeight / 2, (sign * room) / tallest(shares)))
  return { above: outline(up, -1).join(''), below: outline(down, 1).join('') }
}

function steps(shares: readonly number[], places: readonly number[], base: number, scale: number): string {
  const path = shares.map((share, bin) => {
    const y = (base + share * scale).toFixed(2)
    return `V${y}H${places[bin + 1].toFixed(2)}`
  })
  return `M${places[0].toFixed(2)} ${base}${path.join('')}V${base}z`
}
