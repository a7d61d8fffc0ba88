import { expect, test } from 'vitest'
import { delimiterOf } from './delimiter'

test.each([
  ['a,b,c', ','],
  ['a;b;c', ';'],
  ['a\tb', '\t'],
  ['"a;b;c",d', ','],
  ['alone', ','],
])('%j is separated by %j', (header, delimiter) => expect(delimiterOf(header)).toBe(delimiter))
