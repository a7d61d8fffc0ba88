import type { InspectedImage } from '@/lib/inference/inspect-images'
import { type ManifestMatch, matchManifest } from '@/lib/inference/match-manifest'
import type { Manifest } from '@/lib/inference/read-manifest'

/** Something that a person should see before a run: a file or a row, and what about it. */
export interface Oddity {
  kind: 'unreadable' | 'repeated-image' | 'unlisted' | 'missing' | 'repeated-row' | 'ambiguous'
  /** path of the file, or what the row names */
  name: string
  /** row of the manifest as a table program counts it; undefined: it is about a file */
  row?: number
  why?: string
}

/** Files and manifest, fitted together. */
export interface JoinedImages {
  match: ManifestMatch | null
  /** places of the files that will be scored, or counted as not scored because the manifest names them */
  places: number[]
  /** readable files that have their row */
  matched: number
  odd: Oddity[]
}

/** Which files will be scored, and everything that does not fit. */
export function joinImages(
  inspected: readonly InspectedImage[],
  manifest: Manifest | undefined,
  imageColumn: number | undefined,
  takesUnlisted: boolean,
): JoinedImages {
  const names = manifest && imageColumn !== undefined ? manifest.rows.map((row) => row[imageColumn]) : undefined
  const match = names
    ? matchManifest(
        inspected.map(({ path, ...image }) => ({ path, example: exampleOf(image as InspectedImage) })),
        names,
      )
    : null
  const rowOf = (place: number) => match?.rowOf[place] ?? null
  const odd: Oddity[] = []
  const places: number[] = []
  let matched = 0
  for (const [place, image] of inspected.entries()) {
    const isListed = rowOf(place) !== null
    if (image.state === 'unreadable') {
      odd.push({ kind: 'unreadable', name: image.path, why: image.reason })
      if (isListed) places.push(place)
    } else if (image.state === 'repeated') {
      odd.push({ kind: 'repeated-image', name: image.path, why: image.firstPath })
    } else if (match && !isListed && !takesUnlisted) {
      odd.push({ kind: 'unlisted', name: image.path })
    } else {
      if (isListed) matched++
      places.push(place)
    }
  }
  const rows = (kind: Oddity['kind'], numbers: readonly number[]) =>
    numbers.map((row) => ({ kind, name: names?.[row] ?? '', row: row + 2 }))
  if (match)
    odd.push(
      ...rows('missing', match.missing),
      ...rows('repeated-row', match.repeated),
      ...rows('ambiguous', match.ambiguous),
    )
  return { match, places, matched, odd }
}

const exampleOf = (image: InspectedImage) => (image.state === 'unreadable' ? image.example : image.seen.example)
