import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { UnusableUpload } from './unusable-upload'

/** Left free for the database, which would not survive a full disk as well as we do. */
const keptFreeBytes = 512 * 2 ** 20
const checkEveryBytes = 256 * 2 ** 20
/** What arrives now bears the mark of our process; any other was cut off with its process. */
const mark = `incoming-${process.pid}-${Math.round(performance.timeOrigin)}-`

/** What is known of a file before its first byte. */
export interface IncomingFile {
  /** what messages call it */
  name: string
  /** as the sender says; undefined: it says nothing */
  bytes: number | undefined
  /** as many bytes as it may have, and the setting that allows more, if there is one */
  most: number
  setting?: string
}

/** A file that lies whole on the disk, under a name of its own until `place` is called. */
export interface ReceivedFile {
  path: string
  sha256: string
  bytes: number
  /** puts it where it belongs: into the folder, under its hash */
  place(): Promise<void>
}

/**
 * Receives the bytes of a request into a folder where files are kept under their hash: under another name until all
 * have arrived and lie on the disk, so a sender that goes away leaves nothing. Throws `UnusableUpload` for what is too
 * large, cut off or empty. What `keep` has not placed is removed.
 */
export async function receiveFile<T>(
  folder: string,
  { name, bytes, most, setting }: IncomingFile,
  body: ReadableStream<Uint8Array> | null,
  signal: AbortSignal,
  keep: (file: ReceivedFile) => Promise<T>,
): Promise<T> {
  if (body === null) throw new UnusableUpload(422, `${name} is empty.`)
  const tooLarge = () =>
    new UnusableUpload(
      413,
      `${name} is larger than ${Number((most / 1e9).toPrecision(3))} GB.${setting ? ` Set ${setting} to allow more.` : ''}`,
    )
  if (bytes !== undefined && bytes > most) throw tooLarge()
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await checkRoom(folder, bytes ?? 0)
  const arriving = join(folder, `${mark}${randomUUID()}`)
  const meter = new Meter(folder, most, tooLarge)
  try {
    const source = Readable.fromWeb(body as never)
    await pipeline(source, meter, createWriteStream(arriving, { mode: 0o600, flags: 'wx' }), { signal })
    if (bytes !== undefined && meter.bytes !== bytes)
      throw new UnusableUpload(400, `${name} arrived with ${meter.bytes} of ${bytes} bytes. Send it again.`)
    if (meter.bytes === 0) throw new UnusableUpload(422, `${name} is empty.`)
    await sync(arriving)
    const sha256 = meter.hash.digest('hex')
    const place = async () => {
      await rename(arriving, join(folder, sha256))
      await sync(folder)
    }
    return await keep({ path: arriving, sha256, bytes: meter.bytes, place })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw noRoom()
    if (signal.aborted) throw new UnusableUpload(400, `${name} was cut off before its end. Send it again.`)
    throw error
  } finally {
    await rm(arriving, { force: true })
  }
}

/**
 * Looks through a folder of files under their hashes, which is made where it is missing: each of them is told to
 * `onKept`; what was cut off by a crash is removed.
 */
export async function sweepFolder(folder: string, onKept: (sha256: string) => Promise<void>): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const name of await readdir(folder)) {
    if (/^[0-9a-f]{64}$/.test(name)) await onKept(name)
    else if (name.startsWith('incoming-') && !name.startsWith(mark)) await rm(join(folder, name), { force: true })
  }
}

/** Counts and hashes what passes, and stops what is too much. */
class Meter extends Transform {
  bytes = 0
  readonly hash = createHash('sha256')
  #checked = 0

  constructor(
    readonly folder: string,
    readonly most: number,
    readonly tooLarge: () => Error,
  ) {
    super({ readableHighWaterMark: 1 << 20, writableHighWaterMark: 1 << 20 })
  }

  override _transform(piece: Buffer, _encoding: string, done: (error?: Error | null, piece?: Buffer) => void): void {
    this.bytes += piece.length
    this.hash.update(piece)
    if (this.bytes > this.most) done(this.tooLarge())
    else if (this.bytes - this.#checked < checkEveryBytes) done(null, piece)
    else {
      this.#checked = this.bytes
      checkRoom(this.folder, 0).then(() => done(null, piece), done)
    }
  }
}

async function checkRoom(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < bytes + keptFreeBytes) throw noRoom()
}

const noRoom = () =>
  new UnusableUpload(
    507,
    'The disk has not enough free space for this file. Free some, or set EQUISCOPE_DATA elsewhere.',
  )

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
