import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { root } from './root.mjs'

const commands = {
  audit: 'cli/audit.ts',
  'permutation-worker': 'lib/frames/permutation-worker.ts',
  simulate: 'simulate/run.ts',
}
/** The server's threads. They reach the database, so its client must have been generated. */
const threads = {
  'frame-worker': 'lib/frames/frame-worker.ts',
  'import-worker': 'lib/jobs/import-worker.ts',
  'preview-worker': 'lib/jobs/preview-worker.ts',
}

function sources(folder) {
  return readdirSync(`${root}/${folder}`, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort()
}

/** Bundles the commands into dist/ when their sources have changed: a bundle starts in a tenth of a second. */
export const ensureBundled = () => ensure('.bundled', commands, ['lib', 'cli', 'simulate'])

/** Bundles the server's threads likewise. Their packages stay outside: they are those that the server has loaded. */
export const ensureThreadsBundled = () =>
  ensure('.threads-bundled', threads, ['lib'], ['pg', 'pg-*', '@prisma/*', 'pino'])

async function ensure(marker, entryPoints, folders, external = []) {
  const hash = createHash('sha256')
  const files = folders.flatMap(sources)
  for (const file of [...files, `${root}/package-lock.json`, `${root}/scripts/bundle.mjs`])
    hash.update(file.slice(root.length)).update(readFileSync(file))
  const digest = hash.digest('hex')
  const path = `${root}/dist/${marker}`
  if (existsSync(path) && readFileSync(path, 'utf8') === digest) return
  const { build } = await import('esbuild')
  await build({
    absWorkingDir: root,
    entryPoints,
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
    external,
    // CommonJS dependencies expect require
    banner: {
      js: "import { createRequire as createRequireForBundle } from 'node:module'\nconst require = createRequireForBundle(import.meta.url)",
    },
  })
  writeFileSync(path, digest)
}
