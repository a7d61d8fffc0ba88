const unknownTexts = new Set(['', 'unknown', 'na', 'n/a', 'none', 'null', '?', 'not reported'])

/**
 * Whether the text of a cell means that the attribute was not recorded, so that its level is `Unknown`.
 * @param text the cell as the file has it; case and surrounding space do not matter
 */
export function isUnknownText(text: string): boolean {
  return unknownTexts.has(text.trim().toLowerCase())
}
