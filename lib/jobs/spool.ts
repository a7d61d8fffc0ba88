import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Access } from '@/lib/db/access'
import { forgetOldUploads, keepUpload, removeUnneeded } from '@/lib/db/uploads'
import { environment } from '@/lib/env'
import type { UploadReceipt } from '@/lib/wire/table-preview'
import { UnusableUpload } from './unusable-upload'

/** Left free for the database, which would not survive a full disk as well as we do. */
const keptFreeBytes = 512 * 2 ** 20
const checkEveryBytes = 256 * 2 ** 20
const keptDays = 7
/** What arrives now bears the mark of our process; any other was cut off with its process. */
const mark = `incoming-${process.pid}-${Math.round(performance.timeOrigin)}-`

const folder = () => join(environment().EQUISCOPE_DATA, 'uploads')

/** Where an uploaded file lies. */
export const spooledFile = (sha256: string): string => join(folder(), sha256)

/** What is known of an upload before its first byte. */
export interface UploadDraft {
  name: string
  /** as the sender says; undefined: it says nothing */
  bytes: number | undefined
}

/**
 * Keeps the bytes of a request under their hash: under another name until all have arrived and lie on the disk, so a
 * sender that goes away leaves nothing. Throws `UnusableUpload` for what is too large, cut off or empty.
 */
export async function spoolUpload(
  access: Access,
  { name, bytes }: UploadDraft,
  body: ReadableStream<Uint8Array> | null,
  signal: AbortSignal,
): Promise<UploadReceipt> {
  if (body === null) throw new UnusableUpload(422, `${name} is empty.`)
  const most = environment().EQUISCOPE_UPLOAD_BYTES
  if (bytes !== undefined && bytes > most) throw tooLarge(name, most)
  await mkdir(folder(), { recursive: true, mode: 0o700 })
  await checkRoom(bytes ?? 0)
  const arriving = join(folder(), `${mark}${randomUUID()}`)
  const meter = new Meter(name, most)
  try {
    const source = Readable.fromWeb(body as never)
    await pipeline(source, meter, createWriteStream(arriving, { mode: 0o600, flags: 'wx' }), { signal })
    if (bytes !== undefined && meter.bytes !== bytes)
      throw new UnusableUpload(400, `${name} arrived with ${meter.bytes} of ${bytes} bytes. Send it again.`)
    if (meter.bytes === 0) throw new UnusableUpload(422, `${name} is empty.`)
    await sync(arriving)
    const sha256 = meter.hash.digest('hex')
    return await keepUpload(access, { sha256, name, bytes: meter.bytes }, async () => {
      await rename(arriving, spooledFile(sha256))
      await sync(folder())
    })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw noRoom()
    if (signal.aborted) throw new UnusableUpload(400, `${name} was cut off before its end. Send it again.`)
    throw error
  } finally {
    await rm(arriving, { force: true })
  }
}

/** Counts and hashes what passes, and stops what is too much. */
class Meter extends Transform {
  bytes = 0
  readonly hash = createHash('sha256')
  #checked = 0

  constructor(
    readonly file: string,
    readonly most: number,
  ) {
    super({ readableHighWaterMark: 1 << 20, writableHighWaterMark: 1 << 20 })
  }

  override _transform(piece: Buffer, _encoding: string, done: (error?: Error | null, piece?: Buffer) => void): void {
    this.bytes += piece.length
    this.hash.update(piece)
    if (this.bytes > this.most) done(tooLarge(this.file, this.most))
    else if (this.bytes - this.#checked < checkEveryBytes) done(null, piece)
    else {
      this.#checked = this.bytes
      checkRoom(0).then(() => done(null, piece), done)
    }
  }
}

async function checkRoom(bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder())
  if (bavail * bsize < bytes + keptFreeBytes) throw noRoom()
}

const noRoom = () =>
  new UnusableUpload(
    507,
    'The disk has not enough free space for this file. Free some, or set EQUISCOPE_DATA elsewhere.',
  )

const tooLarge = (name: string, most: number) =>
  new UnusableUpload(413, `${name} is larger than ${most / 1e9} GB. Set EQUISCOPE_UPLOAD_BYTES to allow more.`)

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Removes what nobody needs: uploads that were cut off by a crash, old ones, and those whose import is done. */
export async function sweepSpool(): Promise<void> {
  await mkdir(folder(), { recursive: true, mode: 0o700 })
  const kept = await forgetOldUploads(keptDays)
  for (const name of await readdir(folder())) {
    const path = join(folder(), name)
    if (/^[0-9a-f]{64}$/.test(name) && !kept.has(name)) await removeUnneeded(name, () => rm(path, { force: true }))
    else if (name.startsWith('incoming-') && !name.startsWith(mark)) await rm(path, { force: true })
  }
}
