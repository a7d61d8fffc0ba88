import { ensureInstalled } from './install.mjs'
import { root } from './root.mjs'
import { leave } from './say.mjs'

await ensureInstalled().catch((reason) => leave(reason, 2))
process.chdir(root)
const { ensureBundled, ensureThreadsBundled } = await import('./bundle.mjs')
const { ensureGenerated } = await import('./build.mjs')
await ensureGenerated()
await ensureBundled()
await ensureThreadsBundled()
const { build } = await import('esbuild')
await build({
  entryPoints: { bench: 'bench/run.ts', 'bench-stages': 'bench/stages.ts', 'bench-import': 'bench/import-process.ts' },
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'error',
  external: ['pg', 'pg-*', '@prisma/*', 'pino', 'esbuild', '@playwright/test'],
  banner: {
    js: "import { createRequire as createRequireForBundle } from 'node:module'\nconst require = createRequireForBundle(import.meta.url)",
  },
})
const { runBench } = await import('../dist/bench.mjs')
process.exitCode = await runBench(process.argv.slice(2))
