import type { Declaration } from './declaration'

/*
 * What a person declared about a file, kept in the tab: after an import with faults, or a reload, nothing is asked
 * twice. It holds names of columns and levels' edges, no cell of the table.
 */
const keyOf = (sha256: string) => `equiscope.import.${sha256}`

export function keepDeclaration(sha256: string, declaration: Declaration): void {
  sessionStorage.setItem(keyOf(sha256), JSON.stringify(declaration))
}

/** What was declared about the same columns before. */
export function keptDeclaration(sha256: string, columns: readonly string[]): Declaration | undefined {
  try {
    const kept: Declaration = JSON.parse(sessionStorage.getItem(keyOf(sha256)) ?? '')
    return kept.columns.map(({ name }) => name).join('\0') === columns.join('\0') ? kept : undefined
  } catch {
    return undefined
  }
}
