import type { CountsAbove } from './threshold-counts'

/** Both between 0 and 1. */
export interface Point {
  x: number
  y: number
}

/** False alarms and what is found at an edge; undefined without a positive or a negative row. */
export function rocPoint(counts: CountsAbove, edge: number): Point | undefined {
  if (counts.positives === 0 || counts.negatives === 0) return undefined
  return { x: counts.falsePositives[edge] / counts.negatives, y: counts.truePositives[edge] / counts.positives }
}

/** What is found, and how much of what is flagged is positive; undefined where nothing is flagged. */
export function precisionRecallPoint(counts: CountsAbove, edge: number): Point | undefined {
  const found = counts.truePositives[edge]
  const flagged = found + counts.falsePositives[edge]
  return counts.positives === 0 || flagged === 0 ? undefined : { x: found / counts.positives, y: found / flagged }
}

/** Every point of a curve, from the highest threshold down; points that repeat are left out. */
export function curvePoints(
  counts: CountsAbove,
  pointAt: (counts: CountsAbove, edge: number) => Point | undefined,
): (Point & { edge: number })[] {
  const points: (Point & { edge: number })[] = []
  for (let edge = counts.truePositives.length - 1; edge >= 0; edge--) {
    const point = pointAt(counts, edge)
    const last = points[points.length - 1]
    if (point && !(last && last.x === point.x && last.y === point.y)) points.push({ ...point, edge })
  }
  return points
}

/** Points as the `d` of a path in a square of `side`; `isStepped` for precision, which jumps and is never interpolated. */
export function curvePath(points: readonly Point[], side: number, isStepped = false): string {
  return points
    .map(({ x, y }, at) => {
      const [left, top] = [(x * side).toFixed(1), (side - y * side).toFixed(1)]
      if (at === 0) return `M${left} ${top}`
      return isStepped ? `V${top}H${left}` : `L${left} ${top}`
    })
    .join('')
}
