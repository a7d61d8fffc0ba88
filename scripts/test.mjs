// Everything that can be tested, from a fresh clone: the fast checks, then all tests, those in the browser last, then one
// line that counts them. Arguments go to Vitest, and leave out the browser: `npm test -- auroc`.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { ensureInstalled } from './install.mjs'
import { root } from './root.mjs'
import { leave } from './say.mjs'

await ensureInstalled().catch((reason) => leave(reason, 2))
const asked = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'equiscope-test-'))
const run = (program, args, variables = {}) =>
  spawnSync(process.execPath, [program, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...variables },
  }).status === 0

const counts = [checks(), unitTests(), ...(asked.length === 0 ? [browserTests()] : [])]
rmSync(folder, { recursive: true, force: true })
const sum = (key) => counts.reduce((all, count) => all + count[key], 0)
process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped\n`)
process.exitCode = sum('failed') === 0 ? 0 : 1

function checks() {
  return run('scripts/check.mjs', []) ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

function unitTests() {
  const report = join(folder, 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const isWhole = run('node_modules/vitest/vitest.mjs', ['run', ...reporters, ...asked])
  const read = ({ numPassedTests, numFailedTests, numPendingTests }) => ({
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests,
  })
  return counted(report, isWhole, read)
}

function browserTests() {
  const chromium = ensureChromium()
  if (!chromium) return { passed: 0, failed: 1, skipped: 0 }
  const report = join(folder, 'playwright.json')
  const variables = { CHROMIUM: chromium, E2E_REPORT: report }
  const isWhole = run('node_modules/@playwright/test/cli.js', ['test'], variables)
  const read = ({ stats: { expected, flaky, unexpected, skipped } }) => ({
    passed: expected + flaky,
    failed: unexpected,
    skipped,
  })
  return counted(report, isWhole, read)
}

/** What a report counts; a run that did not succeed counts at least one failure. */
function counted(report, isWhole, read) {
  let count = { passed: 0, failed: 0, skipped: 0 }
  try {
    count = read(JSON.parse(readFileSync(report, 'utf8')))
  } catch {
    process.stderr.write('The tests wrote no report: they did not run to their end.\n')
  }
  return isWhole ? count : { ...count, failed: Math.max(1, count.failed) }
}
