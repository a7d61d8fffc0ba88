import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { Problem } from '@/lib/problem'
import type { InputSpecification } from '@/lib/wire/input-specification'
import type { ScoringProvenance } from '@/lib/wire/scoring-run'

/** One image of a run: what its file was, who it stands for, and what became of it. */
export interface KeptImage {
  run: number
  /** its place in the run, from 0 */
  place: number
  path: string
  bytes: number
  example: string
  subject: string
  labels: (0 | 1 | null)[]
  attributes: string[]
  /** null: not tried yet */
  outcome: { scores: (number | null)[] | null; reason: string | null } | null
}

/** A run that this browser has not finished. */
export interface KeptRun {
  id: number
  projectId: number
  /** what the person sees it called */
  name: string
  images: number
  /** images without a score that were confirmed already, with their reasons: they stay listed after a reload */
  failed: { path: string; reason: string }[]
  /** SHA-256 of the model */
  model: string
  specification: InputSpecification
  createdAt: string
  /** batches that the server has confirmed */
  confirmed: number[]
  /** of the latest part, once a backend was chosen; and all that have scored a part */
  provenance: ScoringProvenance | null
  backends: ('webgpu' | 'wasm')[]
  /** where the images are, if the browser lets itself be asked again after a reload */
  folder: FileSystemDirectoryHandle | null
  /** the model, where the server does not keep it; asked for again otherwise */
  modelFile: FileSystemFileHandle | null
}

interface Schema extends DBSchema {
  keys: { key: string; value: CryptoKey }
  runs: { key: number; value: KeptRun }
  images: { key: [run: number, place: number]; value: KeptImage }
}

let opened: Promise<IDBPDatabase<Schema>> | undefined

/** What this browser keeps. It never leaves it. */
export function browserStore(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('equiscope-inference', 1, {
    upgrade(store) {
      store.createObjectStore('keys')
      store.createObjectStore('runs', { keyPath: 'id' })
      store.createObjectStore('images', { keyPath: ['run', 'place'] })
    },
    terminated() {
      opened = undefined
    },
  })
  return opened
}

/** The browser has no room, or keeps nothing (some private windows). */
export class StoreFull extends Problem {
  readonly status = 507
}

/** Names what a person can do where the browser's store refuses. */
export async function stored<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const name = error instanceof DOMException ? error.name : ''
    if (name === 'QuotaExceededError')
      throw new StoreFull(
        'The browser has no room left to keep scores. Free disk space or this browser’s storage, then resume: scores so far are safe.',
      )
    if (name === 'InvalidStateError' || name === 'UnknownError' || name === 'SecurityError')
      throw new StoreFull('This browser window keeps nothing, so a run could not be resumed. Use a normal window.')
    throw error
  }
}
