import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { root } from './root.mjs'

const entries = {
  audit: 'cli/audit.ts',
  'frame-worker': 'lib/frames/frame-worker.ts',
  'permutation-worker': 'lib/frames/permutation-worker.ts',
  simulate: 'simulate/run.ts',
}

function sources(folder) {
  return readdirSync(`${root}/${folder}`, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort()
}

/** Bundles the commands into dist/ when their sources have changed: a bundle starts in a tenth of a second. */
export async function ensureBundled() {
  const hash = createHash('sha256')
  for (const file of [
    ...sources('lib'),
    ...sources('cli'),
    ...sources('simulate'),
    `${root}/package-lock.json`,
    `${root}/scripts/bundle.mjs`,
  ]) {
    hash.update(file.slice(root.length)).update(readFileSync(file))
  }
  const digest = hash.digest('hex')
  const marker = `${root}/dist/.bundled`
  if (existsSync(marker) && readFileSync(marker, 'utf8') === digest) return
  const { build } = await import('esbuild')
  await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
    external: ['pg', 'pg-copy-streams'], // as in next.config.js
    // CommonJS dependencies expect require
    banner: {
      js: "import { createRequire as createRequireForBundle } from 'node:module'\nconst require = createRequireForBundle(import.meta.url)",
    },
  })
  writeFileSync(marker, digest)
}
