import { unknownLevel } from './cell-table'

const number = String.raw`[-−]?\d+(?:\.\d+)?`
const edge = new RegExp(
  String.raw`^[[(]?\s*(<=?|≤|>=?|≥)?\s*(${number})\s*(?:(?:-|–|to|,)\s*<?\s*(${number}))?\s*\+?\s*[A-Za-z%]*\s*[\])]?$`,
)

interface Edges {
  first: number
  /** -1 for `<20`, which lies below everything that starts at 20; 1 for `>20` */
  side: number
  second: number
}

function edgesOf(level: string): Edges | undefined {
  const match = edge.exec(level)
  if (match === null) return undefined
  const [, sign = '', first, second] = match
  const numeric = (text: string) => Number(text.replace('−', '-'))
  return {
    first: numeric(first),
    side: /^[<≤]/.test(sign) ? -1 : sign === '>' ? 1 : 0,
    second: second === undefined ? Number.POSITIVE_INFINITY : numeric(second),
  }
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * Whether levels have an order of their own: each of them (`Unknown` apart) is a number or starts with one, as
 * `<20`, `[10-20)`, `20-39`, `80+` or `1.5T` do.
 * @param levels at least one level besides `Unknown`, else the answer is false
 */
export function areOrdinalLevels(levels: readonly string[]): boolean {
  const known = levels.filter((level) => level !== unknownLevel)
  return known.length > 0 && known.every((level) => edgesOf(level) !== undefined)
}

/**
 * The order in which screens and files list levels: by their first number where all have one, else the commonest
 * first and equally common ones by name (UTF-16 code units); `Unknown` last. It depends on the counts alone, never
 * on the order of rows.
 * @param counts rows of each level
 * @returns the levels, each once
 */
export function levelOrder(counts: ReadonlyMap<string, number>): string[] {
  const known = [...counts.keys()].filter((level) => level !== unknownLevel)
  if (areOrdinalLevels(known)) {
    const edges = new Map(known.map((level) => [level, edgesOf(level)!]))
    known.sort((a, b) => {
      const [x, y] = [edges.get(a)!, edges.get(b)!]
      if (x.first !== y.first) return x.first - y.first
      if (x.side !== y.side) return x.side - y.side
      return x.second === y.second ? byText(a, b) : x.second - y.second
    })
  } else {
    known.sort((a, b) => counts.get(b)! - counts.get(a)! || byText(a, b))
  }
  return counts.has(unknownLevel) ? [...known, unknownLevel] : known
}
