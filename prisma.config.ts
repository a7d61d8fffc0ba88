import { defineConfig } from 'prisma/config'

/** The tables live in a schema of their own, so that an existing server may hold other things beside them. */
function withSchema(address: string) {
  const url = new URL(address)
  url.searchParams.set('schema', 'equiscope')
  return url.href
}

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ? withSchema(process.env.DATABASE_URL) : undefined },
})
