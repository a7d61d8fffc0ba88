import { parseFamilies } from '@/lib/slices/slice-families'
import type { EvaluationFacts } from '@/lib/wire/evaluation-facts'
import { conditionsOf } from './group-counts'

/** More levels than this are not held equal unless a view names the attribute. */
const mostLevels = 20

/** The attributes that a view holds equal: how images were made, unless it says otherwise or its filter leaves one way. */
export function heldEqual(
  { adjust, filter }: { adjust?: string; filter?: string },
  { attributes }: Pick<EvaluationFacts, 'attributes'>,
): string[] {
  if (adjust === 'none') return []
  if (adjust !== undefined) return namedIn(adjust)
  const conditions = filter ? conditionsOf(filter) : []
  const isOneLevel = (name: string) => conditions.filter(({ attribute }) => attribute === name).length === 1
  return attributes
    .filter(({ kind, levels }) => kind === 'acquisition' && levels.length > 1 && levels.length <= mostLevels)
    .map(({ name }) => name)
    .filter((name) => !isOneLevel(name))
}

function namedIn(adjust: string): string[] {
  try {
    return parseFamilies(adjust).flat()
  } catch {
    return [] // the server says what is wrong
  }
}
