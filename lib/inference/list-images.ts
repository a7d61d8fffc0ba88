/** A file that was dropped or chosen. */
export interface ListedFile {
  /** below the folder that was chosen, with slashes, as the system writes it */
  path: string
  file: File
}

/** What systems and archives put between images; never shown as unreadable. */
const noise = /(^|\/)(\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$|DICOMDIR$)/i

/** Files of a folder that was chosen by its handle, which the browser may read again after a reload. */
export async function listFolder(folder: FileSystemDirectoryHandle, signal: AbortSignal): Promise<ListedFile[]> {
  const found: ListedFile[] = []
  const waiting = [{ folder, path: '' }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for await (const [name, entry] of next.folder.entries()) {
      signal.throwIfAborted()
      const path = `${next.path}${name}`
      if (entry.kind === 'directory') waiting.push({ folder: entry as FileSystemDirectoryHandle, path: `${path}/` })
      else found.push({ path, file: await (entry as FileSystemFileHandle).getFile() })
    }
  }
  return inOrder(found)
}

/** Files of `<input type="file">`, with `webkitdirectory` or without. */
export function listChosen(files: Iterable<File>): ListedFile[] {
  return inOrder(
    Array.from(files, (file) => ({ file, path: file.webkitRelativePath.split('/').slice(1).join('/') || file.name })),
  )
}

/** Files and folders that were dropped. A single folder's own name is left out, so that a renamed one matches again. */
export async function listDropped(entries: readonly FileSystemEntry[], signal: AbortSignal): Promise<ListedFile[]> {
  const found: ListedFile[] = []
  const single = entries.length === 1 && entries[0].isDirectory
  const waiting = entries.map((entry) => ({ entry, path: single ? '' : entry.name }))
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    signal.throwIfAborted()
    const { entry, path } = next
    if (entry.isFile) found.push({ path, file: await fileOf(entry as FileSystemFileEntry) })
    else
      for (const child of await childrenOf(entry as FileSystemDirectoryEntry))
        waiting.push({ entry: child, path: path === '' ? child.name : `${path}/${child.name}` })
  }
  return inOrder(found)
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((next, fail) => entry.file(next, fail))
}

/** A reader gives at most 100 entries a call. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const children: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((next, fail) => reader.readEntries(next, fail))
    if (some.length === 0) return children
    children.push(...some)
  }
}

/** The same order whatever the system's: places in a run depend on it. */
function inOrder(files: ListedFile[]): ListedFile[] {
  const kept = files
    .filter(({ path }) => !noise.test(path))
    .map((listed) => ({ listed, key: listed.path.normalize('NFC') }))
  return kept.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0)).map(({ listed }) => listed)
}
