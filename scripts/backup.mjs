import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { dataFolder } from './folders.mjs'
import { ensureInstalled } from './install.mjs'
import { endLeftApp } from './listen.mjs'
import { takeLock } from './process-lock.mjs'
import { leave, Refusal, say } from './say.mjs'

// npm run backup -- FILE [--force]: database and artefacts into one file, beside a running app or without one.
try {
  const args = process.argv.slice(2)
  const [name] = args.filter((argument) => argument !== '--force')
  if (!name) throw new Refusal('Say where to: npm run backup -- FILE')
  const file = resolve(process.env.INIT_CWD ?? '.', name)
  if (existsSync(file) && !args.includes('--force')) {
    throw new Refusal(`${file} is there already. Choose another name, or overwrite it with --force.`)
  }
  const folder = dataFolder(!process.env.DATABASE_URL)
  await ensureInstalled()
  const { writeBackup } = await import('./backup-file.mjs')
  const database = await reach(folder)
  try {
    await writeBackup(database.url, folder, file)
  } finally {
    await database.stop()
  }
  say(
    `Wrote ${file} (${(statSync(file).size / 1e6).toFixed(1)} MB). Keep it as safe as the patients' data that it holds.`,
  )
} catch (reason) {
  leave(reason)
}

/** The database of a running app, or one started for this. */
async function reach(folder) {
  const { openDatabase } = await import('./database.mjs')
  if (process.env.DATABASE_URL) return openDatabase(folder)
  const { lock, left, holder } = takeLock(join(folder, 'instance.lock'))
  if (lock) {
    await endLeftApp(left)
    const database = await openDatabase(folder)
    return { ...database, stop: () => database.stop().finally(() => lock.release()) }
  }
  try {
    const { databasePassword } = JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8'))
    const port = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3]
    return { url: `postgresql://equiscope:${databasePassword}@127.0.0.1:${port}/equiscope`, stop: async () => {} }
  } catch {
    throw new Refusal(
      `Process ${holder.pid} is just starting or ending with the data in ${folder}. Try again in a moment.`,
    )
  }
}
