// Everything that can be tested, from a fresh clone: the fast checks, then all tests, then one line that counts them.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureInstalled } from './install.mjs'
import { root } from './root.mjs'
import { leave } from './say.mjs'

await ensureInstalled().catch((reason) => leave(reason, 2))
const run = (program, args) => spawnSync(process.execPath, [program, ...args], { cwd: root, stdio: 'inherit' })

const checked = run('scripts/check.mjs', [])
const folder = mkdtempSync(join(tmpdir(), 'equiscope-test-'))
const report = join(folder, 'vitest.json')
const tested = run('node_modules/vitest/vitest.mjs', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
])
let counts = { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0 }
try {
  counts = JSON.parse(readFileSync(report, 'utf8'))
} catch {
  process.stderr.write('The tests wrote no report: they did not run to their end.\n')
}
rmSync(folder, { recursive: true, force: true })
const failed = counts.numFailedTests + (checked.status === 0 ? 0 : 1)
const isWhole = checked.status === 0 && tested.status === 0
process.stdout.write(
  `${counts.numPassedTests + (checked.status === 0 ? 1 : 0)} passed, ${isWhole ? 0 : Math.max(1, failed)} failed, ${counts.numPendingTests} skipped\n`,
)
process.exitCode = isWhole ? 0 : 1
