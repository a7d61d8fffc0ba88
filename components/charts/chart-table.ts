/** One column of the table behind a chart. */
export interface ChartColumn {
  head: string
  /** as a reader sees its numbers; a file has them in full */
  print?: (value: number) => string
}

export type ChartCell = string | number | null

/** What a chart shows, as rows: for who reads, not looks, and for files. */
export interface ChartTable {
  columns: ChartColumn[]
  rows: ChartCell[][]
}

/** A table as CSV (RFC 4180), numbers in full, a missing one as an empty cell. */
export function csvText({ columns, rows }: ChartTable): string {
  const lines = [columns.map(({ head }) => head), ...rows].map((cells) => cells.map(csvCell).join(','))
  return `${lines.join('\r\n')}\r\n`
}

/** Text that a spreadsheet would take for a formula gets an apostrophe before it: levels come from other people's files. */
function csvCell(cell: ChartCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = /^[=@\t\r]|^[+-](?![\d.]+$)/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A cell as a reader sees it. */
export function cellText({ print }: ChartColumn, cell: ChartCell): string {
  if (cell === null) return ''
  return typeof cell === 'number' ? (print ?? String)(cell) : cell
}
