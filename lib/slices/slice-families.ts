import { Problem } from '@/lib/problem'

/** A list of slice families that cannot be read. */
export class UnreadableFamilies extends Problem {
  readonly status = 422
}

const example = 'Write attributes separated by commas, intersections with plus: sex,age_band,sex+age_band.'

function readName(text: string, start: number): { name: string; end: number } {
  let end = start
  while (text[end] === ' ') end++
  if (text[end] !== '"') {
    const stop = /[,+"]/.exec(text.slice(end))
    end = stop === null ? text.length : end + stop.index
    const name = text.slice(start, end).trim()
    if (name === '') throw new UnreadableFamilies(`An attribute's name is missing in ${text}. ${example}`)
    if (text[end] === '"') throw new UnreadableFamilies(`A quote stands inside a name in ${text}. ${example}`)
    return { name, end }
  }
  const quoted = /^"((?:[^"]|"")*)" */.exec(text.slice(end))
  if (quoted === null) throw new UnreadableFamilies(`A quote is not closed in ${text}.`)
  return { name: quoted[1].replaceAll('""', '"'), end: end + quoted[0].length }
}

/**
 * Reads slice families as `sex,age_band,sex+age_band`: families separated by commas, the attributes of an
 * intersection joined by plus. A name that contains a comma, a plus or a quote, or starts or ends with a space, is
 * in double quotes, a quote inside it doubled. Inverse of `printFamilies`.
 * @returns the attributes of each family, in the order given; empty for an empty text
 * @throws UnreadableFamilies for a missing name, an open quote, an attribute or a family given twice
 */
export function parseFamilies(text: string): string[][] {
  if (text.trim() === '') return []
  const families: string[][] = [[]]
  for (let at = 0; ; at++) {
    const { name, end } = readName(text, at)
    const family = families[families.length - 1]
    if (family.includes(name)) throw new UnreadableFamilies(`${name} stands twice in one intersection.`)
    family.push(name)
    if (end >= text.length) break
    if (text[end] === ',') families.push([])
    else if (text[end] !== '+') throw new UnreadableFamilies(`After ${name} a comma or a plus is missing. ${example}`)
    at = end
  }
  const seen = new Set<string>()
  for (const family of families) {
    const set = JSON.stringify(family.toSorted())
    if (seen.has(set)) throw new UnreadableFamilies(`${printFamilies([family])} is listed twice.`)
    seen.add(set)
  }
  return families
}

function printName(name: string): string {
  return /[,+"]|^\s|\s$|^$/.test(name) ? `"${name.replaceAll('"', '""')}"` : name
}

/** Writes slice families as `parseFamilies` reads them. */
export function printFamilies(families: readonly (readonly string[])[]): string {
  return families.map((family) => family.map(printName).join('+')).join(',')
}
