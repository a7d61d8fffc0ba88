import { Problem } from '@/lib/problem'

/** A list of conditions on attributes that cannot be read. */
export class UnreadableConditions extends Problem {
  readonly status = 422
}

/** One attribute and one of its levels. */
export interface LevelCondition {
  attribute: string
  level: string
}

const pattern = /\s*(?:"((?:[^"]|"")*)"|([^",=]*?))\s*=\s*(?:"((?:[^"]|"")*)"|([^",=]*?))\s*(?:,|$)/y

/**
 * Reads conditions as `sex=F,view=AP`. A name or level that contains a comma, an equals sign or a quote, or starts or
 * ends with a space, is in double quotes, a quote inside it doubled. Inverse of `printConditions`.
 * @returns in the order given; empty for an empty text
 * @throws UnreadableConditions for a missing name, level or equals sign, an open quote, a condition given twice
 */
export function parseConditions(text: string): LevelCondition[] {
  if (text.trim() === '') return []
  const conditions: LevelCondition[] = []
  pattern.lastIndex = 0
  for (let end = 0; end < text.length; end = pattern.lastIndex) {
    const read = pattern.exec(text)
    const attribute = read && (read[1]?.replaceAll('""', '"') ?? read[2])
    const level = read && (read[3]?.replaceAll('""', '"') ?? read[4])
    if (!attribute || !level) {
      throw new UnreadableConditions('A condition is no attribute and level. Write them as sex=F,view=AP.')
    }
    if (conditions.some((other) => other.attribute === attribute && other.level === level)) {
      throw new UnreadableConditions(`The condition on ${attribute} is listed twice.`)
    }
    conditions.push({ attribute, level })
  }
  if (text.trimEnd().endsWith(',')) throw new UnreadableConditions('After the last comma a condition is missing.')
  return conditions
}

const printed = (name: string) => (/[,="]|^\s|\s$|^$/.test(name) ? `"${name.replaceAll('"', '""')}"` : name)

/** Writes conditions as `parseConditions` reads them. */
export function printConditions(conditions: readonly LevelCondition[]): string {
  return conditions.map(({ attribute, level }) => `${printed(attribute)}=${printed(level)}`).join(',')
}
