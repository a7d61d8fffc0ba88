/** What every answer carries; the two policies of isolation give inference its threads. */
const everywhere = [
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Embedder-Policy', value: 'require-corp' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
]

/**
 * A thread's script brings its own policy: it reads images and runs models, so it reaches nothing but this origin, and
 * compiles WebAssembly but no text.
 */
const threadPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "object-src 'none'",
].join('; ')

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  devIndicators: false,
  turbopack: {
    root: import.meta.dirname, // a lock file in a folder above would make that one the root
    // the image codecs ask for these under Node alone, and a browser's bundle would not be built
    resolveAlias: Object.fromEntries(
      ['fs', 'path', 'crypto'].map((name) => [name, { browser: './lib/inference/no-node-module.ts' }]),
    ),
  },
  serverExternalPackages: ['pg', 'pg-copy-streams', '@prisma/adapter-pg', '@prisma/client', 'pino'],
  headers: async () => [
    { source: '/(.*)', headers: everywhere },
    { source: '/_next/static/(.*)', headers: [{ key: 'Content-Security-Policy', value: threadPolicy }] },
    // pages get theirs, with a nonce, from proxy.ts, which must not see uploads: it cuts a body off at 10 MB
    {
      source: '/api/(.*)',
      headers: [{ key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" }],
    },
  ],
}
