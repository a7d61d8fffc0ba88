import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Access } from '@/lib/db/access'
import { ArtefactNotKept, checkUnused, lockedArtefact, readArtefact, registerArtefact } from '@/lib/db/artefacts'
import { environment } from '@/lib/env'
import { Problem } from '@/lib/problem'
import type { Artefact } from '@/lib/wire/scoring-run'
import { checkOnnx } from './check-onnx'
import { receiveFile, sweepFolder } from './receive-file'

/** A protobuf can have no more. */
const mostBytes = 2 ** 31

/** What lies on the disk is not what was stored. */
export class DamagedArtefact extends Problem {
  readonly status = 500

  constructor() {
    super('The kept model file is damaged: its content no longer has its hash. Upload the same file again.')
  }
}

const folder = () => join(environment().EQUISCOPE_DATA, 'artefacts')
const fileOf = (sha256: string) => join(folder(), sha256)

/**
 * Keeps the ONNX file of a version, sent as a body of so many bytes. Throws `UnusableUpload` for what is too large, cut
 * off or no ONNX, and `FixedVersion` where the version has been run with another one.
 */
export async function keepArtefact(
  access: Access,
  bytes: number | undefined,
  body: ReadableStream<Uint8Array> | null,
  signal: AbortSignal,
): Promise<Artefact> {
  const artefact = await receiveFile(
    folder(),
    { name: 'The model file', bytes, most: mostBytes },
    body,
    signal,
    async (file) => {
      await checkOnnx(file.path, file.bytes)
      const { sha256 } = file
      return registerArtefact(access, { sha256, bytes: file.bytes, isKept: true }, async () => {
        await file.place()
        verified().delete(sha256)
      })
    },
  )
  await sweepArtefacts()
  return artefact
}

/** Removes the files that no version speaks of any more. */
export async function sweepArtefacts(): Promise<void> {
  await sweepFolder(folder(), (sha256) =>
    lockedArtefact(sha256, async (client) => {
      if (await checkUnused(client, sha256)) await rm(fileOf(sha256), { force: true })
    }),
  )
}

const place = globalThis as { [key: symbol]: Map<string, string> | undefined }
const key = Symbol.for('equiscope.verified-artefacts')

/** by hash, the size and time of change with which a file was last read whole and found to be what it is called */
function verified(): Map<string, string> {
  place[key] ??= new Map()
  return place[key]
}

/** The kept file of a version, verified: as its hash, its size, and a function that opens it. */
export async function openArtefact(access: Access): Promise<Artefact & { open: () => ReadableStream<Uint8Array> }> {
  const artefact = await readArtefact(access)
  const { sha256, bytes, isKept } = artefact
  if (!isKept) throw new ArtefactNotKept()
  const path = fileOf(sha256)
  const now = await stat(path).catch(() => undefined)
  if (now?.size !== bytes) throw new DamagedArtefact()
  const state = `${now.size} ${now.mtimeMs} ${now.ino}`
  if (verified().get(sha256) !== state) {
    const hash = createHash('sha256')
    await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash)
    if (hash.digest('hex') !== sha256) throw new DamagedArtefact()
    verified().set(sha256, state)
  }
  const open = () => Readable.toWeb(createReadStream(path, { highWaterMark: 1 << 20 })) as ReadableStream<Uint8Array>
  return { ...artefact, open }
}
