import { ensureInstalled } from './install.mjs'

ensureInstalled()
const { ensureBundled } = await import('./bundle.mjs')
await ensureBundled()
const { runSimulation } = await import('../dist/simulate.mjs')
process.exitCode = await runSimulation(process.argv.slice(2))
