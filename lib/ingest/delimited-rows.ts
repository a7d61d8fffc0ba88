import Papa from 'papaparse'
import { delimiterOf, isSeparatedBySpaces } from './delimiter'
import { longestRow } from './text-pieces'
import { UnusableFile } from './unusable-file'

interface RowParser {
  parse(text: string, base: number, ignoreLastRow: boolean): Papa.ParseResult<string[]>
}
// the parser itself: the types know it without its arguments, and Papa.parse would guess at line ends and delimiter
const Parser = Papa.Parser as unknown as new (settings: { delimiter: string; newline: string }) => RowParser

function unclosedQuote(name: string, row: number): UnusableFile {
  const place = row === 0 ? 'the header' : `row ${row.toLocaleString('en')}`
  return new UnusableFile(
    `${name}: a quote that opens in ${place} is not closed, or a quote inside a field is not doubled. Mend that row.`,
  )
}

function separatedBySpaces(name: string): UnusableFile {
  return new UnusableFile(
    `${name} has no comma, semicolon or tab in its header. It looks separated by spaces: save it as CSV.`,
  )
}

function dropCarriageReturn(row: string[]): void {
  const last = row[row.length - 1]
  if (last.charCodeAt(last.length - 1) === 13) row[row.length - 1] = last.slice(0, -1)
}

/**
 * The rows of a delimited text, header first, some thousand at a time. Lines without any character are left out.
 * Throws `UnusableFile` at the first wrong quote and at the first row that is not as long as the header.
 */
export async function* delimitedRows(pieces: AsyncIterable<string>, name: string): AsyncGenerator<string[][]> {
  let parser: RowParser | undefined
  let width: number | undefined
  let seen = 0 // rows before this block, the header counted: the number of the block's first row
  let left = ''

  const parse = (text: string, isLast: boolean) => {
    if (parser === undefined) {
      const header = text.slice(0, lineEnd(text))
      if (isSeparatedBySpaces(header)) throw separatedBySpaces(name)
      parser = new Parser({ delimiter: delimiterOf(header), newline: '\n' })
    }
    const { data, errors, meta } = parser.parse(text, 0, !isLast)
    const wrong = errors.find((error) => error.type === 'Quotes')
    const rows: string[][] = []
    for (const row of wrong === undefined ? data : data.slice(0, wrong.row)) {
      dropCarriageReturn(row)
      if (row.length === 1 && row[0] === '') continue
      width ??= row.length
      if (row.length !== width) throw ragged(name, seen + rows.length, width, row.length)
      rows.push(row)
    }
    if (wrong !== undefined) throw unclosedQuote(name, seen + rows.length)
    seen += rows.length
    left = isLast ? '' : text.slice(meta.cursor)
    if (left.length > longestRow) throw unclosedQuote(name, seen)
    return rows
  }

  for await (const piece of pieces) {
    const rows = parse(left === '' ? piece : left + piece, false)
    if (rows.length > 0) yield rows
  }
  if (left !== '') {
    const rows = parse(left, true)
    if (rows.length > 0) yield rows
  }
}

function lineEnd(text: string): number {
  const end = text.indexOf('\n')
  return end < 0 ? text.length : end
}

function ragged(name: string, row: number, expected: number, found: number): UnusableFile {
  return new UnusableFile(
    `${name}, row ${row.toLocaleString('en')}: expected ${expected} fields, got ${found}. ` +
      'Put fields that contain the delimiter in double quotes.',
  )
}
