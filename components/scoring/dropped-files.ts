import { listDropped, listFolder } from '@/lib/inference/list-images'
import type { Listing } from './use-listed-images'

/** What a browser gives of what was dropped; only while the event lasts. */
export type Dropped = { entries: FileSystemEntry[]; handles: Promise<FileSystemHandle | null>[] }

interface ItemWithHandle extends DataTransferItem {
  getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>
}

/** Takes hold of what was dropped: after the event it is gone. */
export function takeDropped(transfer: DataTransfer): Dropped {
  const items: ItemWithHandle[] = [...transfer.items].filter(({ kind }) => kind === 'file')
  return {
    entries: items.flatMap((item) => item.webkitGetAsEntry() ?? []),
    handles: items.map(async (item) => item.getAsFileSystemHandle?.() ?? null),
  }
}

/** Lists it. A single folder is read by its handle where there is one, so that it can be read again after a reload. */
export async function listTaken({ entries, handles }: Dropped, signal: AbortSignal): Promise<Listing> {
  const given = await Promise.all(handles.map((handle) => handle.catch(() => null)))
  const folder = given.length === 1 && given[0]?.kind === 'directory' ? (given[0] as FileSystemDirectoryHandle) : null
  return { files: folder ? await listFolder(folder, signal) : await listDropped(entries, signal), folder }
}
