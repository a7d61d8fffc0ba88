import { expect, test } from 'vitest'
import { isUnknownText } from './unknown-level'

test.each(['', '  ', 'Unknown', 'UNKNOWN', 'na', 'NA', 'N/A', 'None', 'null', '?', ' Not Reported '])(
  '%j means that the attribute was not recorded',
  (text) => expect(isUnknownText(text)).toBe(true),
)

test.each(['0', 'F', 'Other', 'Nan', 'no', '-', 'none of these'])('%j is a level like any other', (text) =>
  expect(isUnknownText(text)).toBe(false),
)
