import Papa from 'papaparse'
import { Problem } from '@/lib/problem'

/** A manifest as it is written: labels and attributes of images. */
export interface Manifest {
  columns: string[]
  /** as long as `columns`, trimmed */
  rows: string[][]
}

/** A table that cannot be used as a manifest. */
export class UnusableManifest extends Problem {
  readonly status = 422
}

/** Rows that a browser joins without pausing noticeably. */
const mostRows = 1_000_000

/** Reads a manifest: CSV or TSV with a header, in UTF-8. */
export function readManifest(text: string): Manifest {
  const header = text.slice(0, text.search(/[\r\n]/) < 0 ? undefined : text.search(/[\r\n]/))
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    delimiter: [',', '\t', ';'].reduce((best, mark) =>
      header.split(mark).length > header.split(best).length ? mark : best,
    ),
    skipEmptyLines: 'greedy',
  })
  const quotes = errors.find(({ type }) => type === 'Quotes')
  if (quotes)
    throw new UnusableManifest(
      `The manifest has a quotation mark in the wrong place, near row ${(quotes.row ?? 0) + 1}.`,
    )
  const [columns, ...rows] = data.map((cells) => cells.map((cell) => cell.trim()))
  if (!columns || rows.length === 0)
    throw new UnusableManifest('The manifest has no rows. It needs a header and one row an image.')
  if (rows.length > mostRows) throw new UnusableManifest('The manifest has more than a million rows.')
  const twice = columns.find((column, place) => columns.indexOf(column) !== place)
  if (twice !== undefined) throw new UnusableManifest(`The manifest has two columns named ${twice}.`)
  const ragged = rows.findIndex((cells) => cells.length !== columns.length)
  if (ragged >= 0)
    throw new UnusableManifest(
      `Row ${ragged + 2} of the manifest has ${rows[ragged].length} cells, the header ${columns.length}.`,
    )
  return { columns, rows }
}

/** The column that names files or examples, as far as names tell: the one most of whose cells are image names. */
export function guessImageColumn({ columns, rows }: Manifest): number | undefined {
  const some = rows.slice(0, 100)
  const shares = columns.map(
    (_, place) => some.filter((cells) => /\.(png|jpe?g|webp|dcm|dicom)$/i.test(cells[place])).length,
  )
  const best = shares.indexOf(Math.max(...shares))
  if (shares[best] * 2 > some.length) return best
  const named = columns.findIndex((column) =>
    /^(image|file|path|example|image[ _-]?(id|index|name)|file[ _-]?name)$/i.test(column),
  )
  return named >= 0 ? named : undefined
}
