import { Problem } from '@/lib/problem'

/** Edges that cannot cut a numeric attribute into levels. */
export class UnusableEdges extends Problem {
  readonly status = 422
}

/** A numeric attribute cut into levels. */
export interface NumericLevels {
  /** `<20`, `20-<40`, `80+`: one more than there are edges, ascending */
  names: string[]
  /** index into `names` of the level that a finite number falls into; an edge belongs to the level above it */
  levelOf(number: number): number
}

/**
 * Cuts a numeric attribute into lower-inclusive levels.
 * @param edges finite numbers, at least one, each greater than the one before
 * @throws UnusableEdges when they are not
 */
export function numericLevels(edges: readonly number[]): NumericLevels {
  if (edges.length === 0) throw new UnusableEdges('A numeric attribute needs at least one edge, for example age=40,65.')
  edges.forEach((edge, at) => {
    if (!Number.isFinite(edge)) throw new UnusableEdges('Edges must be numbers, for example age=40,65.')
    if (at > 0 && edge <= edges[at - 1])
      throw new UnusableEdges(`Edges must ascend, but ${edge} follows ${edges[at - 1]}.`)
  })
  const names = edges.map((edge, at) => (at === 0 ? `<${edge}` : `${edges[at - 1]}-<${edge}`))
  return {
    names: [...names, `${edges[edges.length - 1]}+`],
    levelOf(number) {
      let level = 0
      while (level < edges.length && number >= edges[level]) level++
      return level
    },
  }
}
