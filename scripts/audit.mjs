import { ensureInstalled } from './install.mjs'

ensureInstalled()
const { ensureBundled } = await import('./bundle.mjs')
await ensureBundled()
const { runAudit } = await import('../dist/audit.mjs')
process.exitCode = await runAudit(process.argv.slice(2))
