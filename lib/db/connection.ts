import pg from 'pg'

/** Connections to our schema of a database, for this process or one of its threads. */
export function openPool(connectionString: string, max: number): pg.Pool {
  return new pg.Pool({ connectionString, options: '-c search_path=equiscope', max, connectionTimeoutMillis: 10_000 })
}
