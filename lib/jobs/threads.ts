import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

/**
 * Starts a bundled thread. By path: Node 20 loads no TypeScript, and a URL relative to this module would be another one
 * in each bundle. All that we start runs in the project's folder.
 */
export function startThread(name: 'import-worker' | 'preview-worker' | 'frame-worker', workerData: unknown): Worker {
  return new Worker(join(/* turbopackIgnore: true */ process.cwd(), 'dist', `${name}.mjs`), { workerData })
}
