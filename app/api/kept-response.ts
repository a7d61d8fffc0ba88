import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { KeptAnswer } from '@/lib/frames/kept-answers'

const fewestBytes = 1400 // less fits into one packet as it is
const pack = promisify(gzip)
const packed = new WeakMap<Buffer, Promise<Buffer>>()

/** A kept answer as JSON, packed once for all who can unpack it: the server itself packs pages only. */
export async function keptResponse(
  request: Request,
  { body }: KeptAnswer,
  headers: Record<string, string> = {},
): Promise<Response> {
  const canUnpack = /\bgzip\b(?!\s*;\s*q=0(?![.\d]*[1-9]))/.test(request.headers.get('accept-encoding') ?? '')
  const own = { ...headers, 'content-type': 'application/json', vary: 'accept-encoding' }
  if (!canUnpack || body.length < fewestBytes) return new Response(body as BodyInit, { headers: own })
  const ready = packed.get(body) ?? pack(body)
  packed.set(body, ready)
  return new Response((await ready) as BodyInit, { headers: { ...own, 'content-encoding': 'gzip' } })
}
