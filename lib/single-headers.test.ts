import { ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import { readSingleHeaders } from './single-headers'

test('a list of one is its value, other lists stay lists', () => {
  const response = new ServerResponse({ method: 'GET' } as never)
  readSingleHeaders(response)
  response.setHeader('content-type', ['application/json'])
  response.setHeader('set-cookie', ['a=1', 'b=2'])
  response.setHeader('content-length', 3)
  expect(response.getHeaders()).toMatchObject({
    'content-type': 'application/json',
    'set-cookie': ['a=1', 'b=2'],
    'content-length': 3,
  })
})
