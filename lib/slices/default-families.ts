/** What an attribute is called, and what it is about. */
interface NamedAttribute {
  name: string
  /** null or undefined: not recognised */
  concept: string | null | undefined
}

/**
 * The families that count as pre-specified where nobody declared others: every attribute alone, and sex by age where both
 * are there (statistics.md section 8).
 * @param attributes those that can be compared: with 2 to 20 levels, splits and times left out
 */
export function defaultFamilies(attributes: readonly NamedAttribute[]): string[][] {
  const about = (concept: string) => attributes.find((attribute) => attribute.concept === concept)?.name
  const [sex, age] = [about('sex'), about('age')]
  const both = sex === undefined || age === undefined ? [] : [[sex, age]]
  return [...attributes.map(({ name }) => [name]), ...both]
}

/** Whether two families are over the same attributes, in whatever order. */
export function isSameFamily(first: readonly string[], second: readonly string[]): boolean {
  return first.length === second.length && first.every((name) => second.includes(name))
}
