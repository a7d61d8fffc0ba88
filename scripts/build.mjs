import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { alone } from './install.mjs'
import { root } from './root.mjs'
import { run } from './run.mjs'
import { fullDisk, Refusal, say } from './say.mjs'

const clientSources = ['prisma/schema', 'prisma.config.ts', 'package-lock.json']
const appSources = [
  'app',
  'components',
  'lib',
  'public',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.js',
  'tsconfig.json',
]

/** Generates the Prisma client when the schema changed since it was generated. */
export async function ensureGenerated() {
  await ensure('lib/db/generated', clientSources, async () => {
    say('Generating the database client …')
    // generating needs no schema engine, but looks for one to download: any file that exists will do
    const noDownload = {
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      CHECKPOINT_DISABLE: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
    }
    return run(
      process.execPath,
      [join(root, 'node_modules/prisma/build/index.js'), 'generate', '--no-hints'],
      noDownload,
    )
  })
}

/** The types of routes and pages, which `next build` makes by itself, for a check without a build. */
export async function ensureRouteTypes() {
  const next = join(root, 'node_modules/next/dist/bin/next')
  const { status } = await run(process.execPath, [next, 'typegen'], { NEXT_TELEMETRY_DISABLED: '1' })
  if (status !== 0) throw new Refusal('Making the types of the routes failed; the reason is above.')
}

/** Builds the app when its sources changed since it was built; keeps `.next`, whose cache halves the next build. */
export async function ensureBuilt() {
  await ensure('.next', [...clientSources, ...appSources], async () => {
    say('Building the app (about half a minute) …')
    const variables = { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' }
    return run(process.execPath, [join(root, 'node_modules/next/dist/bin/next'), 'build'], variables)
  })
}

/** Runs `make` unless `output` was made from these very sources. By content: a clone gives every file a new date. */
async function ensure(output, sources, make) {
  const marker = join(root, output, '.equiscope-made-from')
  const isFresh = (hash) => existsSync(marker) && readFileSync(marker, 'utf8') === hash
  if (isFresh(hashOf(sources))) return
  await alone('.equiscope-build', async () => {
    const hash = hashOf(sources)
    if (isFresh(hash)) return
    rmSync(marker, { force: true })
    const { status, words } = await make()
    if (status !== 0) {
      throw fullDisk(words, root) ?? new Refusal(`Making ${output} failed; the reason is above.`)
    }
    mkdirSync(join(root, output), { recursive: true })
    writeFileSync(marker, hash) // last: what was cut short has none
  })
}

function hashOf(sources) {
  const hash = createHash('sha256')
  const add = (path) => {
    const stat = statSync(join(root, path), { throwIfNoEntry: false })
    if (!stat || path === 'lib/db/generated' || path.endsWith('.test.ts')) return
    if (stat.isDirectory()) for (const name of readdirSync(join(root, path)).sort()) add(`${path}/${name}`)
    else hash.update(`${path}\0${stat.size}\0`).update(readFileSync(join(root, path)))
  }
  for (const source of sources) add(source)
  return hash.digest('hex')
}
