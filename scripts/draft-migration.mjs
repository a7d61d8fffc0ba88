import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureInstalled } from './install.mjs'
import { root } from './root.mjs'
import { leave, Refusal, say } from './say.mjs'

// node scripts/draft-migration.mjs NAME: writes a migration for what changed in prisma/schema, to be read and completed.
try {
  const [name] = process.argv.slice(2)
  if (!/^[a-z0-9_]+$/.test(name ?? '')) throw new Refusal('Give the migration a name, for example: add_monitor')
  await ensureInstalled()
  const folder = mkdtempSync(join(tmpdir(), 'equiscope-draft-'))
  chmodSync(folder, 0o711)
  const { startPostgres } = await import('./postgres.mjs')
  const { schemaChanges } = await import('./migrate.mjs')
  const database = await startPostgres(folder)
  try {
    const sql = await schemaChanges(database.url.replace(/equiscope$/, 'postgres'))
    if (!sql?.includes(';')) throw new Refusal('The migrations already say what prisma/schema says.')
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
    const file = join(root, 'prisma', 'migrations', `${stamp}_${name}`, 'migration.sql')
    mkdirSync(join(file, '..'))
    writeFileSync(file, sql)
    say(`Wrote ${file}`)
  } finally {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
} catch (reason) {
  leave(reason)
}
