/** A level as the dataset has it, with an en dash between two numbers: `60–79`. */
export function levelText(level: string): string {
  return level.replace(/(\d)-(<?\d)/g, '$1–$2')
}

/** The name of an attribute as a heading: `age_group` becomes `Age group`. */
export function nameText(name: string): string {
  const spaced = name.replaceAll('_', ' ')
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}
