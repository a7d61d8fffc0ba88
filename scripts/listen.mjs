import { createServer } from 'node:net'
import { hasEnded, isSame } from './process-identity.mjs'
import { Refusal, say } from './say.mjs'

const loopback = { localhost: '127.0.0.1', '127.0.0.1': '127.0.0.1', '::1': '::1', '[::1]': '::1' }

/** Reads HOST and PORT. Whoever reaches the app may do everything, as long as it has no accounts: loopback only. */
export function whereToListen({ HOST, PORT }) {
  const host = loopback[HOST || '127.0.0.1']
  if (!host) {
    throw new Refusal(
      `HOST=${HOST} would open Equiscope to the network, where anybody could read and change everything: it has no\n` +
        'accounts yet. Leave HOST out (or localhost, 127.0.0.1, ::1), and reach it from elsewhere through an SSH tunnel.',
    )
  }
  const port = PORT ? Number(PORT) : 3000
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Refusal(`PORT=${PORT} is no port. Give a number from 1 to 65535, for example PORT=3001 npm start`)
  }
  const name = HOST === 'localhost' || !HOST ? 'localhost' : host === '::1' ? '[::1]' : host
  return { host, port, url: `http://${name}:${port}` }
}

/** Refuses where we could not listen, before a minute of installing has passed. */
export async function checkPort(host, port) {
  const code = await new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error) => resolve(error.code))
    probe.listen({ host, port }, () => probe.close(() => resolve(undefined)))
  })
  if (code === 'EADDRINUSE') {
    throw new Refusal(`Port ${port} is taken by another program. Choose another one: PORT=${port + 1} npm start`)
  }
  if (code)
    throw new Refusal(`Port ${port} on ${host} cannot be opened (${code}). Choose another one: PORT=3001 npm start`)
}

/** Ends the app that a killed start left behind: it would hold the port, and ask a database that is gone. */
export async function endLeftApp(left) {
  if (!left?.app || !isSame(left.app)) return
  say('Ending the app that an earlier start left running …')
  for (const signal of ['SIGTERM', 'SIGKILL']) {
    try {
      process.kill(process.platform === 'win32' ? left.app.pid : -left.app.pid, signal)
    } catch {}
    if (await hasEnded(left.app.pid, 5000)) return
  }
}
