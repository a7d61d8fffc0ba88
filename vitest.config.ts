import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const withDatabase = [
  'lib/db/**/*.test.ts',
  'lib/auth/**/*.test.ts',
  'lib/frames/**/*.test.ts',
  'lib/jobs/**/*.test.ts',
  'app/**/*.test.ts',
  'scripts/**/*.test.mjs',
]

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['lib/**/*.test.ts', 'cli/**/*.test.ts', 'components/**/*.test.ts', 'simulate/**/*.test.ts'],
          exclude: [...withDatabase, '**/node_modules/**'],
          globalSetup: ['scripts/vitest-setup.mjs'],
        },
      },
      // starts and kills the whole product: minutes, so only when it is named
      ...(process.env.EQUISCOPE_LIFE
        ? [{ extends: true as const, test: { name: 'life', include: ['scripts/**/*.life.mjs'] } }]
        : []),
      // the server and its database, killed in mid-import: three times, or EQUISCOPE_KILLS
      { extends: true, test: { name: 'kill', include: ['e2e/**/*.life.mjs'] } },
      // one PostgreSQL for all of them, and a database of its own for each file
      { extends: true, test: { name: 'database', include: withDatabase, globalSetup: ['scripts/test-database.mjs'] } },
    ],
  },
})
