import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

type ThreadName = 'import-worker' | 'preview-worker' | 'frame-worker'

/**
 * Where a bundled thread lies. By path: Node 20 loads no TypeScript, and a URL relative to this module would be another
 * one in each bundle. All that we start runs in the project's folder.
 */
export function threadFile(name: ThreadName): string {
  return join(/* turbopackIgnore: true */ process.cwd(), 'dist', `${name}.mjs`)
}

export function startThread(name: ThreadName, workerData: unknown): Worker {
  return new Worker(threadFile(name), { workerData })
}
