/** The level that stands for an empty or unreported attribute. It is always shown, never dropped. */
export const unknownLevel = 'Unknown'

/** A variable by which people or images differ. */
export interface Attribute {
  name: string
  kind: 'demographic' | 'acquisition'
  scale: 'categorical' | 'ordinal' | 'numeric'
  /** `sex`, `age`, `ethnicity`, `site`, …: what the attribute is about, guessed from its name; undefined: not known */
  concept: string | undefined
  /** in the order in which screens and files list them; `Unknown`, where it occurs, is the last */
  levels: readonly string[]
}

/** Combinations of attribute levels that occur, each a small integer, the cell. */
export interface CellTable {
  attributes: readonly Attribute[]
  /** number of cells; cells are 0 … count-1 */
  count: number
  /** one array an attribute: the level (index into `levels`) that each cell has */
  levelOf: readonly Uint32Array[]
}
