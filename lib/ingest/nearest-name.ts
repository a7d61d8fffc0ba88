import { closest, distance } from 'fastest-levenshtein'

/** ` Did you mean …?` for a name that is nearly one of the known ones, else the known ones. */
export function nearestName(name: string, known: readonly string[]): string {
  const lower = name.toLowerCase()
  const same = known.find((candidate) => candidate.toLowerCase() === lower)
  const nearest = same ?? (known.length > 0 ? closest(name, known) : undefined)
  if (nearest !== undefined && (same !== undefined || distance(name, nearest) <= Math.max(2, name.length * 0.4)))
    return ` Did you mean ${nearest}?`
  const listed = known.slice(0, 12).join(', ')
  return known.length === 0 ? '' : ` There are: ${listed}${known.length > 12 ? ' and others' : ''}.`
}
