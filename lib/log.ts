import { type Logger, pino } from 'pino'

/**
 * What a line may say: numbers that we gave, never a name, a key, an address' query or a body. A field that is missing
 * here does not compile.
 */
export interface LogFields {
  requestId?: string
  /** what a person who met a fault was told to quote */
  reference?: string
  method?: string
  /** path without its query */
  path?: string
  status?: number
  ms?: number
  jobId?: number
  jobKind?: string
  projectId?: number
  rows?: number
  error?: unknown
}

const place = globalThis as { [key: symbol]: Logger | undefined }
const key = Symbol.for('equiscope.log')

function logger(): Logger {
  place[key] ??= pino({
    level: process.env.LOG_LEVEL ?? 'info',
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level) => ({ level }) },
  })
  return place[key]
}

/** One JSON line on standard output. */
export function log(level: 'debug' | 'info' | 'warn' | 'error', message: string, fields: LogFields = {}): void {
  const { error, ...rest } = fields
  logger()[level](error === undefined ? rest : { ...rest, error: describe(error) }, message)
}

const ownWords = new Set(['Error', 'TypeError', 'RangeError', 'ReferenceError'])

/**
 * Where an error came from. Its words only if they are a program's own: PostgreSQL, Prisma and JSON.parse quote what
 * they were given, which may be a patient's.
 */
export function describe(error: unknown): { name: string; code?: string; message?: string; frames?: string[] } {
  if (!(error instanceof Error)) return { name: typeof error }
  const code = 'code' in error ? String(error.code) : undefined
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line))
  const isOwn = code === undefined && ownWords.has(error.name)
  return {
    name: error.name,
    code,
    message: isOwn ? error.message : undefined,
    frames: frames?.map((line) => line.trim()),
  }
}
