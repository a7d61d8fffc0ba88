import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Unpacks into a folder of its own, readable by this account only; the caller removes the folder. */
export async function spoolUnzipped(chunks: AsyncIterable<Buffer>): Promise<{ folder: string; path: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'equiscope-'))
  const path = join(folder, 'table')
  try {
    await pipeline(Readable.from(chunks), createWriteStream(path, { mode: 0o600 }))
  } catch (cause) {
    await rm(folder, { recursive: true, force: true })
    throw cause
  }
  return { folder, path }
}
