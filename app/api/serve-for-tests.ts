import { readdirSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>

const folder = join(import.meta.dirname, 'v1')

/** The routes of the interface on a port of their own, without pages and without a build. For tests. */
export async function serveRoutes(): Promise<{ url: string; stop: () => Promise<void> }> {
  const routes = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('route.ts'))
    .map((file) => {
      const path = file.slice(0, -'/route.ts'.length)
      return {
        file,
        pattern: new RegExp(`^/api/v1/${path.replaceAll('.', '\\.').replaceAll(/\[(\w+)\]/g, '(?<$1>[^/]+)')}$`),
      }
    })
  const server = createServer(async (incoming, outgoing) => {
    const { pathname } = new URL(incoming.url ?? '/', 'http://localhost')
    for (const { file, pattern } of routes) {
      const found = pattern.exec(pathname)
      if (!found) continue
      const route = (await import(join(folder, file))) as Record<string, Handler | undefined>
      const handler = route[incoming.method ?? '']
      if (!handler) break
      const response = await handler(requestOf(incoming), { params: Promise.resolve({ ...found.groups }) })
      if (!incoming.complete) outgoing.setHeader('connection', 'close') // refused in mid-body
      outgoing.writeHead(response.status, Object.fromEntries(response.headers))
      if (response.body) await pipeline(Readable.fromWeb(response.body as never), outgoing).catch(() => {})
      else outgoing.end()
      return
    }
    outgoing.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address() as { port: number }
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function requestOf(incoming: IncomingMessage): Request {
  const { method = 'GET', headers, url = '/' } = incoming
  const hasBody = method !== 'GET' && method !== 'HEAD'
  return new Request(`http://${headers.host}${url}`, {
    method,
    headers: headers as Record<string, string>,
    ...(hasBody ? { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' } : {}),
  } as RequestInit)
}
