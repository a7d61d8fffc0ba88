import { ensureInstalled } from './install.mjs'
import { leave } from './say.mjs'

await ensureInstalled().catch((reason) => leave(reason, 2))
const { ensureBundled } = await import('./bundle.mjs')
await ensureBundled()
// npm changes to the project's folder; paths on the command line are meant from where the person stands
if (process.env.npm_lifecycle_event === 'audit' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)
const { runAudit } = await import('../dist/audit.mjs')
try {
  process.exitCode = await runAudit(process.argv.slice(2))
} catch (error) {
  // whatever a person can mend was answered inside; status 1 would say that a policy's rule fails
  process.stderr.write(
    `A fault of Equiscope itself, not of your table. Nothing was written. Please report it:\n${error?.stack ?? error}\n`,
  )
  process.exitCode = 70
}
