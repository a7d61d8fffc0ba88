/** How a manifest's rows and the files that were dropped fit together. Places are those in the two lists given. */
export interface ManifestMatch {
  /** by file: its row, or null */
  rowOf: (number | null)[]
  /** rows that no file belongs to */
  missing: number[]
  /** rows that name a file which an earlier row names already */
  repeated: number[]
  /** rows whose name fits several files, in different folders */
  ambiguous: number[]
}

interface Named {
  path: string
  /** the example's pseudonym, by which a table that Equiscope wrote names it */
  example?: string
}

/**
 * Joins rows to files by path, by the end of the path, by file name, by file name without its ending, or by example id;
 * the most exact that fits one file counts. Names are compared in Unicode's composed form, with either kind of slash:
 * macOS writes `é` in two characters, a table in one.
 * @param names of the rows; O(files + rows)
 */
export function matchManifest(files: readonly Named[], names: readonly string[]): ManifestMatch {
  const index = indexFiles(files)
  const rowOf: (number | null)[] = files.map(() => null)
  const match: ManifestMatch = { rowOf, missing: [], repeated: [], ambiguous: [] }
  for (const [row, name] of names.entries()) {
    const found = index.get(canonical(name))
    if (found === undefined) match.missing.push(row)
    else if (found === several) match.ambiguous.push(row)
    else if (rowOf[found] !== null) match.repeated.push(row)
    else rowOf[found] = row
  }
  return match
}

const several = -1

/** Each name a file may go by, and the file; exact names are entered first and are not given up for less exact ones. */
function indexFiles(files: readonly Named[]): Map<string, number> {
  const index = new Map<string, number>()
  const paths = files.map(({ path }) => canonical(path))
  for (const [place, path] of paths.entries()) index.set(path, place)
  for (const [place, { example }] of files.entries()) if (example && !index.has(example)) index.set(example, place)
  const enter = (namesOf: (path: string) => string[]) => {
    const level = new Map<string, number>()
    for (const [place, path] of paths.entries())
      for (const name of namesOf(path)) level.set(name, level.has(name) && level.get(name) !== place ? several : place)
    for (const [name, place] of level) if (!index.has(name)) index.set(name, place)
  }
  enter(pathEnds)
  enter((path) => [path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '')])
  return index
}

/** `a/b/c.png`: `b/c.png` and `c.png`, at most four levels. */
function pathEnds(path: string): string[] {
  const parts = path.split('/')
  return Array.from({ length: Math.min(4, parts.length - 1) }, (_, at) => parts.slice(-1 - at).join('/'))
}

function canonical(name: string): string {
  return name
    .normalize('NFC')
    .replaceAll('\\', '/')
    .replace(/^(\.?\/)+/, '')
}
