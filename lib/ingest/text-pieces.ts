import { isAscii, isUtf8 } from 'node:buffer'
import { UnusableFile } from './unusable-file'

const newline = 0x0a
/** a longer line is taken for a quote that was not closed, or for no text at all */
export const longestRow = 4 << 20

function textOf(bytes: Buffer, name: string, linesBefore: number): string {
  if (bytes.includes(0)) throw new UnusableFile(`${name} is not a text table (it holds NUL bytes). ${formats}`)
  if (isAscii(bytes)) return bytes.toString('latin1')
  if (isUtf8(bytes)) return bytes.toString('utf8')
  const wrong = bytes.toString('utf8').indexOf('�')
  const line = linesBefore + bytes.toString('utf8').slice(0, wrong).split('\n').length
  throw new UnusableFile(`${name} is not UTF-8 text (near line ${line.toLocaleString('en')}). Save it as CSV UTF-8.`)
}

const formats = 'Give a CSV, TSV or Parquet file.'

function checkBeginning(bytes: Buffer, name: string): void {
  const zip = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
  if (zip) throw new UnusableFile(`${name} is an Excel workbook or a zip archive. Save the table as CSV UTF-8.`)
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (utf16) throw new UnusableFile(`${name} is UTF-16 text. Save it as CSV UTF-8.`)
}

/**
 * Bytes as text, in pieces that end with a line, so that no character is cut in two. A byte order mark is dropped.
 * Throws `UnusableFile` for anything but UTF-8 text.
 */
export async function* textPieces(chunks: AsyncIterable<Buffer>, name: string): AsyncGenerator<string> {
  let carried: Buffer[] = []
  let carriedBytes = 0
  let isFirst = true
  let lines = 0
  const pieceOf = (bytes: Buffer) => {
    if (isFirst) checkBeginning(bytes, name)
    const text = textOf(bytes, name, lines)
    const piece = isFirst && text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
    isFirst = false
    return piece
  }
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(newline) + 1
    if (end > 0) {
      const bytes = carriedBytes === 0 ? chunk.subarray(0, end) : Buffer.concat([...carried, chunk.subarray(0, end)])
      yield pieceOf(bytes)
      lines += countLines(bytes)
      carried = []
      carriedBytes = 0
    }
    carried.push(chunk.subarray(end))
    carriedBytes += chunk.length - end
    if (carriedBytes > longestRow) {
      pieceOf(Buffer.concat(carried).subarray(0, longestRow - 4)) // says so when it is no text
      throw new UnusableFile(`${name} has a line of more than 4 MB: it is not a table of rows. ${formats}`)
    }
  }
  if (carriedBytes > 0) yield pieceOf(Buffer.concat(carried))
}

function countLines(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) count++
  return count
}
