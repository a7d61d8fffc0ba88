/** Next calls this once when the server starts. Jobs are claimed in its Node process only. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || !process.env.DATABASE_URL) return
  const { OutgoingMessage } = await import('node:http')
  const { readSingleHeaders } = await import('./lib/single-headers')
  readSingleHeaders(OutgoingMessage.prototype)
  const { startJobs } = await import('./lib/jobs/start-jobs')
  startJobs()
}
