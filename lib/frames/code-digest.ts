import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { threadFile } from '@/lib/jobs/threads'

const place = globalThis as { [key: symbol]: string | undefined }
const key = Symbol.for('equiscope.code-digest')

/**
 * What the code that answers is, to the byte: stored answers of other code are not given again, even where nobody has
 * raised the version.
 */
export function codeDigest(): string {
  place[key] ??= createHash('sha256')
    .update(readFileSync(threadFile('frame-worker')))
    .digest('hex')
  return place[key]
}
