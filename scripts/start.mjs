import { join } from 'node:path'
import { ensureBuilt, ensureGenerated } from './build.mjs'
import { checkRoom, dataFolder } from './folders.mjs'
import { ensureInstalled } from './install.mjs'
import { checkPort, endLeftApp, whereToListen } from './listen.mjs'
import { takeLock } from './process-lock.mjs'
import { leave, Refusal } from './say.mjs'

// Nothing above may import a dependency: on a fresh clone there are none yet.
try {
  const { host, port, url } = whereToListen(process.env)
  const folder = dataFolder(!process.env.DATABASE_URL)
  const { lock, left, holder } = takeLock(join(folder, 'instance.lock'))
  if (holder) throw new Refusal(alreadyRunning(folder, holder))
  process.once('exit', () => lock.release())
  lock.note({ url })
  await endLeftApp(left)
  checkRoom(folder)
  await checkPort(host, port)
  await ensureInstalled()
  await ensureGenerated()
  await ensureBuilt()
  const { ensureBundled, ensureThreadsBundled } = await import('./bundle.mjs')
  await ensureBundled()
  await ensureThreadsBundled()
  const { serve } = await import('./serve.mjs')
  await serve({ folder, lock, host, port, url })
} catch (reason) {
  leave(reason)
}

function alreadyRunning(folder, { url, pid, host }) {
  return (
    `Equiscope already runs${url ? ` at ${url}` : ''} (process ${pid} on ${host}) with the data in ${folder}.\n` +
    'Open that address. For a second one beside it: EQUISCOPE_DATA=another-folder PORT=3001 npm start'
  )
}
