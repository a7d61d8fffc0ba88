import { type ListedFile, listFolder } from '@/lib/inference/list-images'
import { Problem } from '@/lib/problem'
import { runWords as words } from './run-words'

/** The browser does not let the page read a folder again. */
class FolderRefused extends Problem {
  readonly status = 403
}

interface Asking {
  requestPermission?: (wanted: { mode: 'read' }) => Promise<PermissionState>
}

/** Reads a folder anew that the person gave before a reload; the browser may ask. */
export async function folderAgain(folder: FileSystemDirectoryHandle): Promise<ListedFile[]> {
  const asking: FileSystemDirectoryHandle & Asking = folder
  const answer = (await asking.requestPermission?.({ mode: 'read' })) ?? 'granted'
  if (answer !== 'granted') throw new FolderRefused(words.noAccess)
  return listFolder(folder, new AbortController().signal)
}
