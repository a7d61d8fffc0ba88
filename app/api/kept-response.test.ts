import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { keptResponse } from './kept-response'

const kept = { body: Buffer.from(JSON.stringify({ text: 'one and the same '.repeat(200) })) }

function asked(encoding?: string): Request {
  return new Request('http://localhost/', { headers: encoding === undefined ? {} : { 'accept-encoding': encoding } })
}

async function bytesOf(response: Response): Promise<Buffer> {
  return Buffer.from(await response.arrayBuffer())
}

test('who can unpack an answer gets it packed, and the same answer', async () => {
  const response = await keptResponse(asked('gzip, deflate, br'), kept, { 'x-own': 'kept' })
  expect(response.headers.get('content-encoding')).toBe('gzip')
  expect(response.headers.get('x-own')).toBe('kept')
  const bytes = await bytesOf(response)
  expect(bytes.length).toBeLessThan(kept.body.length / 5)
  expect(gunzipSync(bytes)).toEqual(kept.body)
  expect(await bytesOf(await keptResponse(asked('gzip'), kept))).toEqual(bytes)
})

test.each([undefined, 'identity', 'br', 'gzip;q=0', 'gzip; q=0.0, br'])(
  'others get it as it is (%s)',
  async (encoding) => {
    const response = await keptResponse(asked(encoding), kept)
    expect(response.headers.get('content-encoding')).toBeNull()
    expect(await bytesOf(response)).toEqual(kept.body)
  },
)

test('what fits into one packet is not packed', async () => {
  const response = await keptResponse(asked('gzip'), { body: Buffer.from('{}') })
  expect(response.headers.get('content-encoding')).toBeNull()
})
