import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { dataFolder } from './folders.mjs'
import { ensureInstalled } from './install.mjs'
import { endLeftApp } from './listen.mjs'
import { takeLock } from './process-lock.mjs'
import { leave, Refusal, say } from './say.mjs'

// npm run restore -- FILE [--force]: puts a backup in the place of what is there. The app must not run meanwhile.
try {
  const args = process.argv.slice(2)
  const [name] = args.filter((argument) => argument !== '--force')
  if (!name) throw new Refusal('Say from where: npm run restore -- FILE')
  const file = resolve(process.env.INIT_CWD ?? '.', name)
  if (!existsSync(file)) throw new Refusal(`There is no file ${file}.`)
  const folder = dataFolder(!process.env.DATABASE_URL)
  const { lock, left, holder } = takeLock(join(folder, 'instance.lock'))
  if (holder) throw new Refusal(`Equiscope runs (process ${holder.pid}). End it before its data are replaced.`)
  process.once('exit', () => lock.release())
  await endLeftApp(left)
  await ensureInstalled()
  const { bringUpToDate, openDatabase } = await import('./database.mjs')
  const { checkBackup, holdsSomething, restoreBackup } = await import('./restore-file.mjs')
  say(`Checking ${file} …`)
  const { madeAt, migrations, files } = await checkBackup(file)
  const database = await openDatabase(folder)
  try {
    if ((await holdsSomething(database.url)) && !args.includes('--force')) {
      throw new Refusal(
        'The database is not empty; restoring would replace all of it. Make a backup of it (npm run backup -- FILE),\n' +
          'then restore with --force.',
      )
    }
    await restoreBackup(database.url, folder, file, migrations)
    await bringUpToDate(database.url, folder)
  } finally {
    await database.stop()
  }
  say(`Restored the database as it was at ${madeAt}, and ${files} files.`)
} catch (reason) {
  leave(reason)
}
