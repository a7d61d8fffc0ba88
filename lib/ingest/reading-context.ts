/** What reading a table for an import is given. */
export interface ReadingContext {
  /** what messages and records call the file */
  name: string
  signal: AbortSignal
  /** whether a row may have no score: an image that could not be scored is counted, not refused */
  mayLackScores: boolean
  /** rows read, and how many the file has, as far as its size tells */
  onRows(rows: number, estimated: number): void
}
