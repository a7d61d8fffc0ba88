import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { bringUpToDate, openDatabase } from './database.mjs'
import { isRunning, parentOf, startOf } from './process-identity.mjs'
import { root } from './root.mjs'
import { leave, Refusal, say } from './say.mjs'

/** Starts database and app, starts again what dies, and ends both, the app first, when we are told to end. */
export async function serve({ folder, lock, host, port, url }) {
  const running = { database: undefined, app: undefined, isEnding: false }
  const end = async (code, reason) => {
    if (running.isEnding) return
    running.isEnding = true
    if (reason) say(`\n${reason}`)
    await endApp(running.app)
    await running.database?.stop()
    process.exit(code)
  }
  const interrupted = watchForTheEnd((reason) => end(0, reason))
  // a terminal that was closed takes no more words: that must not keep us from ending the database
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  process.on('uncaughtException', (error) => end(1, error?.stack ?? String(error)))
  try {
    const open = (ways) => openDatabase(folder, { ...ways, onExit: () => !running.isEnding && reopen() })
    const reopen = restarting('The database', end, async () => {
      running.database = await open({ port: running.database.port })
    })
    running.database = await open({})
    await bringUpToDate(running.database.url, folder)
    const launch = () => {
      running.app = startApp({ folder, host, port, url, databaseUrl: running.database.url })
      lock.note({ url, app: { pid: running.app.pid, started: startOf(running.app.pid) } })
      running.app.once('exit', () => !running.isEnding && relaunch())
    }
    const relaunch = restarting('The app', end, async () => launch())
    if (running.isEnding) return
    launch()
    await answering(host, port, running)
    if (running.isEnding) return
    say(`\nEquiscope runs at ${url} (started in ${(performance.now() / 1000).toFixed(1)} s)`)
    say(`Data: ${process.env.DATABASE_URL ? 'the server of DATABASE_URL, files in ' : ''}${folder}. End with Ctrl-C.`)
  } catch (reason) {
    interrupted()
    running.isEnding = true
    await endApp(running.app)
    await running.database?.stop()
    leave(reason)
  }
}

/** Calls back once on Ctrl-C, TERM, HUP, or when npm, which does not always pass signals on, is gone. */
function watchForTheEnd(tell) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => tell('Ending …'))
  if (!process.env.npm_lifecycle_event) return () => {}
  const parent = process.ppid
  const npm = parentOf(parent) // between npm and us there may be a shell, which outlives npm
  const isGone = () => process.ppid !== parent || (npm > 1 && !isRunning(npm))
  const watch = setInterval(() => isGone() && tell('npm is gone. Ending …'), 500)
  return () => clearInterval(watch)
}

/** Wraps a start so that a part that dies is started again, unless it keeps dying. */
function restarting(name, end, start) {
  let deaths = []
  return async () => {
    deaths = [...deaths.filter((at) => Date.now() - at < 60_000), Date.now()]
    if (deaths.length > 5)
      return end(1, `${name} ended five times within a minute. Ending; its reason is above or in the logs.`)
    say(`${name} ended unexpectedly. Starting it again …`)
    try {
      await start()
    } catch (error) {
      await end(1, error instanceof Refusal ? error.message : (error?.stack ?? String(error)))
    }
  }
}

function startApp({ folder, host, port, url, databaseUrl }) {
  const next = join(root, 'node_modules/next/dist/bin/next')
  return spawn(process.execPath, [next, 'start', '-H', host, '-p', String(port)], {
    cwd: root,
    detached: true, // a group of its own: Ctrl-C reaches us, and we end it before the database
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      // glibc gives each thread a heap of its own and keeps what was freed: an import of 1M rows took 80 MB more
      MALLOC_ARENA_MAX: '1',
      MALLOC_MMAP_THRESHOLD_: '131072',
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      DATABASE_URL: databaseUrl,
      EQUISCOPE_DATA: folder,
      EQUISCOPE_URL: url,
    },
  })
}

async function endApp(app) {
  if (!app || app.exitCode !== null || app.signalCode !== null) return
  const exited = new Promise((resolve) => app.once('exit', resolve))
  const signal = (name) => {
    try {
      process.kill(process.platform === 'win32' ? app.pid : -app.pid, name)
    } catch {}
  }
  signal('SIGTERM')
  const kill = setTimeout(() => signal('SIGKILL'), 8000)
  await exited
  clearTimeout(kill)
}

/** Resolves when the app answers and has its database. */
async function answering(host, port, running) {
  const health = `http://${host.includes(':') ? `[${host}]` : host}:${port}/api/v1/health`
  for (const patience = Date.now() + 60_000; Date.now() < patience && !running.isEnding; ) {
    const isUp = await fetch(health, { signal: AbortSignal.timeout(5000) }).then(
      (answer) => answer.ok,
      () => false,
    )
    if (isUp) return
    await new Promise((next) => setTimeout(next, 40))
  }
  if (!running.isEnding) throw new Refusal('The app did not answer within a minute. Its messages are above.')
}
