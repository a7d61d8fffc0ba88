import type { HeaderAttribute } from './dicom-attributes'
import type { InspectedImage } from './inspect-images'
import type { ManifestMatch } from './match-manifest'
import { pseudonym } from './pseudonym'
import type { Manifest } from './read-manifest'

/** An image of a run: its file, and all that will be told of it beside its scores. */
export interface RunImage {
  path: string
  file: File
  example: string
  subject: string
  /** by task */
  labels: (0 | 1 | null)[]
  /** by attribute */
  attributes: string[]
}

/** Where a person says labels, attributes and patients come from. */
export interface ChosenSources {
  /** by task: the manifest's column, or null */
  labels: (number | null)[]
  attributes: ({ column: number } | { header: HeaderAttribute })[]
  /** the manifest's column of patients; null: from the DICOM header, else each image is a patient of its own */
  subject: number | null
}

/**
 * The images of a run: those that can be read, once each, and those that cannot but were meant (the manifest names
 * them), so that they count as not scored.
 */
export async function runImages(
  inspected: readonly InspectedImage[],
  joined: { manifest: Manifest; match: ManifestMatch } | null,
  chosen: ChosenSources,
  key: CryptoKey,
): Promise<RunImage[]> {
  const made = inspected.map(async (image, place): Promise<RunImage | undefined> => {
    const row = joined?.match.rowOf[place] ?? null
    if (image.state === 'repeated' || (image.state === 'unreadable' && row === null)) return undefined
    const cells = joined && row !== null ? joined.manifest.rows[row] : null
    const { path, file } = image
    const example = image.state === 'unreadable' ? image.example : image.seen.example
    const patient = chosen.subject === null ? '' : (cells?.[chosen.subject] ?? '')
    const own = image.state === 'unreadable' ? example : image.seen.subject
    const header = image.state === 'unreadable' ? null : image.seen.attributes
    return {
      path,
      file,
      example,
      subject: patient === '' ? own : await pseudonym(key, 'patient', patient),
      labels: chosen.labels.map((column) => (column === null ? null : labelOf(cells?.[column]))),
      attributes: chosen.attributes.map((source) =>
        level('column' in source ? cells?.[source.column] : header?.[source.header]),
      ),
    }
  })
  return (await Promise.all(made)).filter((image) => image !== undefined)
}

/** 0 or 1 as tables write it; anything else is unknown. */
export function labelOf(cell: string | undefined): 0 | 1 | null {
  if (/^(1|1\.0|true|yes)$/i.test(cell ?? '')) return 1
  return /^(0|0\.0|false|no)$/i.test(cell ?? '') ? 0 : null
}

/** Cells of a label's column that are neither 0, 1 nor empty: a person should look at them before they become unknown. */
export function strangeLabels({ rows }: Manifest, column: number): string[] {
  const strange = rows.map((cells) => cells[column]).filter((cell) => cell !== '' && labelOf(cell) === null)
  return [...new Set(strange)].slice(0, 10)
}

function level(cell: string | undefined): string {
  return (cell ?? '')
    .normalize('NFC')
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 200)
}
