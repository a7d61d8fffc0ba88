import { ensureInstalled } from './install.mjs'
import { leave } from './say.mjs'

await ensureInstalled().catch((reason) => leave(reason, 2))
const { ensureBundled } = await import('./bundle.mjs')
await ensureBundled()
const { runSimulation } = await import('../dist/simulate.mjs')
process.exitCode = await runSimulation(process.argv.slice(2))
