// The fast loop: formatting and lint (with the walls between rooms), types, dead exports.
import { spawnSync } from 'node:child_process'
import { ensureGenerated, ensureRouteTypes } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { root } from './root.mjs'
import { leave } from './say.mjs'

await ensureInstalled().catch((reason) => leave(reason, 2))
await ensureGenerated()
await ensureRouteTypes()
const steps = [
  ['node_modules/@biomejs/biome/bin/biome', 'check', '.'],
  ['node_modules/typescript/bin/tsc'],
  ['node_modules/knip/bin/knip.js'],
]
const failed = steps.filter(([program, ...args]) => {
  const run = spawnSync(process.execPath, [program, ...args], { cwd: root, stdio: 'inherit' })
  return run.status !== 0
})
process.stdout.write(failed.length === 0 ? 'check: all clean\n' : `check: ${failed.length} of ${steps.length} failed\n`)
process.exitCode = failed.length === 0 ? 0 : 1
