import type { ColumnFilter } from './row-filter'

/** What is asked of a predictions table. Columns that are not named are guessed from the header. */
export interface TableRequest {
  /** path of the file */
  file: string
  example?: string
  subject?: string
  label?: string
  score?: string
  decision?: string
  task?: string
  /** the attribute columns that are needed; undefined: every guessed one with at most 20 levels */
  attributes?: readonly string[]
  /** attributes that are cut into levels by ascending edges */
  numeric: readonly { column: string; edges: readonly number[] }[]
  /** value of the split column of the rows to keep */
  split?: string
  where: readonly ColumnFilter[]
}
