import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { build } from 'esbuild'

const require = createRequire(import.meta.url)
const threads = ['decoding', 'wasm', 'webgpu'].map((name) => `lib/inference/${name}.worker.ts`)

/** The policy that the product gives to pages and to threads: nothing from elsewhere. */
const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Content-Security-Policy':
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; connect-src 'self'",
}

type Answer = { type: string; body: Uint8Array | string; status?: number }
export type Api = (method: string, path: string, body: string) => Answer | undefined

/**
 * Serves lib/inference alone, bundled as it is, on a bare page with the product's headers: what is tested here is the
 * room, not the pages over it.
 * @param folders what `/files/NAME/…` serves
 * @param banner code that runs at the beginning of a thread, for example to lose a GPU
 */
export async function serveInference(folders: Record<string, string>, api?: Api, banner = '') {
  const scripts = await bundle(banner)
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8')
      const answer = api?.(request.method ?? 'GET', path, body) ?? find(path, scripts, folders)
      response.writeHead(answer?.status ?? (answer ? 200 : 404), {
        ...headers,
        'Content-Type': answer?.type ?? 'text/plain',
      })
      response.end(answer?.body)
    })
  })
  await new Promise<void>((next) => server.listen(0, '127.0.0.1', next))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('No port.')
  return { url: `http://localhost:${address.port}/`, end: () => ended(server) }
}

function ended(server: Server) {
  server.closeAllConnections()
  return new Promise((next) => server.close(next))
}

async function bundle(banner: string): Promise<Map<string, string>> {
  const { outputFiles } = await build({
    absWorkingDir: process.cwd(),
    entryPoints: ['e2e/inference/page.ts', 'e2e/inference/bare.worker.ts', ...threads],
    entryNames: '[name]',
    outdir: '/',
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2023',
    logLevel: 'error',
    external: ['fs', 'path', 'module', 'worker_threads', 'url', 'zlib', 'crypto'],
    banner: { js: `${banner};const require = () => ({})` },
  })
  return new Map(outputFiles.map(({ path, text }) => [path.split('/').at(-1) ?? '', text]))
}

function find(path: string, scripts: Map<string, string>, folders: Record<string, string>): Answer | undefined {
  if (path === '/')
    return { type: 'text/html', body: '<!doctype html><title>x</title><script type="module" src="/page.js"></script>' }
  const script = scripts.get(path.slice(1).replace(/\.ts$/, '.js'))
  if (script !== undefined) return { type: 'text/javascript', body: script }
  if (path.startsWith('/files/')) {
    const [, , folder, ...rest] = path.split('/')
    const file = join(folders[folder] ?? '/nowhere', ...rest)
    return existsSync(file) ? { type: 'application/octet-stream', body: readFileSync(file) } : undefined
  }
  const asset = path.startsWith('/@cornerstonejs/') ? require.resolve(path.slice(1)) : runtimeFile(path)
  if (!asset || !existsSync(asset)) return undefined
  return { type: asset.endsWith('.wasm') ? 'application/wasm' : 'text/javascript', body: readFileSync(asset) }
}

function runtimeFile(path: string) {
  return /^\/ort[\w.-]*\.(wasm|mjs)$/.test(path) ? join('node_modules/onnxruntime-web/dist', path.slice(1)) : undefined
}
