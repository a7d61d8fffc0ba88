/**
 * Columns of a main-effects model for intersections: an intercept, and for each attribute one column a level but the
 * first.
 * @param levelOf one array an attribute: the level (0 …) of each slice, all of the same length
 */
export function mainEffectsDesign(levelOf: readonly ArrayLike<number>[]): Float64Array[] {
  const slices = levelOf[0]?.length ?? 0
  const columns = [new Float64Array(slices).fill(1)]
  for (const levels of levelOf) {
    const present = [...new Set(Array.from(levels))].sort((first, second) => first - second)
    for (const level of present.slice(1)) {
      columns.push(Float64Array.from(levels, (own) => (own === level ? 1 : 0)))
    }
  }
  return columns
}
