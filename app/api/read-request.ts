import type * as z from 'zod'
import { faultsOf, UnreadableRequest } from '@/lib/wire/unreadable-request'

/** The JSON body of a request, as `schema` has it. Uploads are read elsewhere, as a stream. */
export async function readBody<T extends z.ZodType>(
  request: Request,
  schema: T,
  mostBytes = 1_000_000,
): Promise<z.infer<T>> {
  if (!/^application\/(.+\+)?json\b/.test(request.headers.get('content-type') ?? '')) {
    throw new UnreadableRequest(415, 'Send the body as JSON, with the header "content-type: application/json".')
  }
  const parsed = schema.safeParse(parseJson(await readText(request, mostBytes)))
  if (!parsed.success) throw new UnreadableRequest(422, 'Some of what was sent does not fit.', faultsOf(parsed.error))
  return parsed.data
}

/** The query of an address, as `schema` has it. */
export function readQuery<T extends z.ZodType>(request: Request, schema: T): z.infer<T> {
  const parsed = schema.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!parsed.success)
    throw new UnreadableRequest(422, 'The address asks for what there is not.', faultsOf(parsed.error))
  return parsed.data
}

async function readText(request: Request, mostBytes: number): Promise<string> {
  const parts: Uint8Array[] = []
  let bytes = 0
  try {
    for await (const part of request.body ?? []) {
      bytes += part.length
      if (bytes > mostBytes) break
      parts.push(part)
    }
  } catch {
    throw new UnreadableRequest(400, 'The body was cut off before its end. Send it again.')
  }
  if (bytes > mostBytes) {
    const most = mostBytes / 1e6
    throw new UnreadableRequest(413, `The body is larger than ${most} MB. Files go to the upload address.`)
  }
  return Buffer.concat(parts).toString('utf8')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UnreadableRequest(400, 'The body is not JSON.')
  }
}
